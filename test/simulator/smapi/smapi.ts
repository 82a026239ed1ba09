import { createServer } from 'node:http';
import express, { type RequestHandler } from 'express';
import { closeServer, listenOnLoopback } from '../local-dynamo';
import { deployRoutes, type SkillPackage } from './deploy-routes';
import { dialogRoutes, type SimulatedSkill } from './dialog-routes';
import { createJournal, type SmapiJournal } from './journal';

/** The simulated Skill Management API, listening on loopback. */
export interface Smapi {
  readonly url: string;
  readonly journal: SmapiJournal;
  /** What was deployed, oldest first. */
  readonly packages: readonly SkillPackage[];
  close(): Promise<void>;
}

/** Starts the part of SMAPI that the real ask-cli needs for `ask dialog` and `ask deploy --target skill-metadata`. */
export async function startSmapi(skill: SimulatedSkill): Promise<Smapi> {
  const journal = createJournal();
  const deployments = deployRoutes(skill.skillId);
  const app = express();
  app.disable('x-powered-by');
  app.use(noteCalls(journal));
  app.use(needsToken);
  app.use(express.json());
  app.use(dialogRoutes(skill, journal));
  app.use(deployments.router);
  app.use((_request, response) => {
    response.locals['isUnknown'] = true;
    response.status(404).json({ message: 'The simulated SMAPI has no such endpoint.' });
  });
  const server = createServer(app);
  const port = await listenOnLoopback(server, 0);
  return {
    url: `http://127.0.0.1:${port}`,
    journal,
    packages: deployments.packages,
    close: () => closeServer(server),
  };
}

function noteCalls({ calls }: SmapiJournal): RequestHandler {
  return ({ method, path }, response, next) => {
    response.on('finish', () => {
      calls.push({
        method,
        path,
        isKnown: response.locals['isUnknown'] !== true,
        status: response.statusCode,
      });
    });
    next();
  };
}

/** The upload address is signed in itself; everything else needs a token, whatever it is. */
const needsToken: RequestHandler = (request, response, next) => {
  if (request.path.startsWith('/uploads/') || (request.get('authorization') ?? '') !== '') next();
  else response.status(401).json({ message: 'The request lacks a token.' });
};
