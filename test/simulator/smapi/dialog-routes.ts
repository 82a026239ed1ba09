import { type Request, Router } from 'express';
import * as z from 'zod';
import type { Turn } from '../alexa/device-types';
import type { SmapiJournal } from './journal';
import { captionsOf, writeSimulation, type Simulation } from './simulation-result';

/** Whom the simulator talks to. */
export interface SimulatedSkill {
  readonly skillId: string;
  /** `skill.json` as ask-cli is to see it. */
  readonly manifest: unknown;
  /** Plays one utterance; `newSession` leaves an open session first. */
  readonly say: (utterance: string, options: { readonly newSession: boolean }) => Promise<Turn>;
}

const SIMULATION = z.object({
  input: z.object({ content: z.string().min(1) }),
  device: z.object({ locale: z.string() }),
  session: z.object({ mode: z.enum(['DEFAULT', 'FORCE_NEW_SESSION']) }).optional(),
});

const STAGE = '/skills/:skillId/stages/development';

/** The endpoints of `ask dialog`. @see ask-cli.md, section 3.1 */
export function dialogRoutes(skill: SimulatedSkill, journal: SmapiJournal): Router {
  const router = Router();
  const simulations = new Map<string, Promise<Simulation>>();
  const knows = ({ params }: Request): boolean => params['skillId'] === skill.skillId;
  // Alexa plays one utterance after the other.
  let last: { readonly turn: Turn } | undefined;
  let queue: Promise<unknown> = Promise.resolve();

  router.get(`/v1${STAGE}/manifest`, (request, response) => {
    if (knows(request)) response.json(skill.manifest);
    else response.status(404).json({ message: 'Resource not found.' });
  });

  router.get(`/v1${STAGE}/enablement`, (request, response) => {
    response.status(knows(request) ? 204 : 404).end();
  });

  const simulate = async (
    id: string,
    { input, device, session }: z.infer<typeof SIMULATION>,
  ): Promise<Simulation> => {
    const forcedNewSession = session?.mode === 'FORCE_NEW_SESSION';
    const turn = await skill.say(input.content, { newSession: forcedNewSession && !goesOn(last?.turn) });
    last = { turn };
    const simulation = writeSimulation(id, turn);
    journal.utterances.push({
      utterance: input.content,
      locale: device.locale,
      forcedNewSession,
      status: simulation.status,
      captions: simulation.status === 'SUCCESSFUL' ? captionsOf(turn) : [],
    });
    return simulation;
  };

  router.post(`/v2${STAGE}/simulations`, (request, response) => {
    const parsed = SIMULATION.safeParse(request.body);
    if (!knows(request)) return void response.status(404).json({ message: 'Resource not found.' });
    if (!parsed.success) {
      return void response.status(400).json({ message: z.prettifyError(parsed.error) });
    }
    const id = `simulation-${simulations.size + 1}`;
    const simulation = queue.then(() => simulate(id, parsed.data));
    queue = simulation.catch(() => undefined);
    simulations.set(id, simulation);
    response.json({ id, status: 'IN_PROGRESS', result: null });
  });

  // Held until the skill has answered: ask-cli would wait 2 seconds and more between two looks.
  router.get(`/v2${STAGE}/simulations/:simulationId`, async (request, response) => {
    const simulation = simulations.get(request.params['simulationId']);
    if (simulation === undefined) return void response.status(404).json({ message: 'Resource not found.' });
    response.json(await simulation);
  });

  return router;
}

/**
 * ask-cli forces a new session after every turn with a directive, because its first answer closed the session; but
 * the answer to the Connections.Response may have opened one, and the buyer is in the middle of it.
 */
function goesOn(turn: Turn | undefined): boolean {
  const hasDirective = turn?.exchanges.some(({ requestType }) => requestType === 'Connections.Response');
  return turn?.sessionOpen === true && hasDirective === true;
}
