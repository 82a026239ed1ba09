import { raw, Router, type Request } from 'express';
import * as z from 'zod';
import { readZip } from './zip-entries';

/** A skill package that was imported: path in the zip → content. */
export type SkillPackage = ReadonlyMap<string, Buffer>;

/** What ask-cli uploaded, for whoever judges a deployment. */
export interface Deployments {
  /** The packages that were imported, oldest first. */
  readonly packages: readonly SkillPackage[];
  readonly router: Router;
}

interface Import {
  readonly status: 'SUCCEEDED' | 'FAILED';
  readonly skillId: string;
  readonly faults: readonly string[];
}

const BODY = z.object({ location: z.string(), vendorId: z.string().optional() });
const MANIFEST = z.object({
  manifest: z.object({ publishingInformation: z.object({ locales: z.record(z.string(), z.unknown()) }) }),
});
const LARGEST_PACKAGE = '10mb';

/**
 * The endpoints of `ask deploy --target skill-metadata`. `newSkillId` is given to a skill that is deployed for the
 * first time.
 * @see ask-cli.md, section 4
 */
export function deployRoutes(newSkillId: string): Deployments {
  const router = Router();
  const uploads = new Map<string, Buffer>();
  const imports: Import[] = [];
  const packages: SkillPackage[] = [];

  router.post('/v1/skills/uploads', (request, response) => {
    const uploadUrl = `${ownAddress(request)}/uploads/${uploads.size + 1}`;
    uploads.set(uploadUrl, Buffer.alloc(0));
    response.status(201).json({ uploadUrl, expiresAt: '2099-12-31T00:00:00.000Z' });
  });

  router.put('/uploads/:uploadId', raw({ type: () => true, limit: LARGEST_PACKAGE }), (request, response) => {
    const uploadUrl = `${ownAddress(request)}${request.path}`;
    const body: unknown = request.body;
    if (!uploads.has(uploadUrl) || !Buffer.isBuffer(body)) return void response.status(403).end();
    uploads.set(uploadUrl, body);
    response.status(200).end();
  });

  const startImport = (body: unknown, skillId: string): number | undefined => {
    const zip = uploads.get(BODY.safeParse(body).data?.location ?? '');
    if (zip === undefined) return undefined;
    const { skillPackage, faults } = openPackage(zip);
    packages.push(skillPackage);
    imports.push({ status: faults.length === 0 ? 'SUCCEEDED' : 'FAILED', skillId, faults });
    return imports.length;
  };

  router.post(['/v1/skills/imports', '/v1/skills/:skillId/imports'], (request, response) => {
    const isNew = request.params['skillId'] === undefined;
    const vendorIsNamed = BODY.safeParse(request.body).data?.vendorId !== undefined;
    const id =
      isNew === vendorIsNamed
        ? startImport(request.body, String(request.params['skillId'] ?? newSkillId))
        : undefined;
    if (id === undefined)
      return void response.status(400).json({ message: 'location or vendorId is not as it must be' });
    response.status(202).location(`/v1/skills/imports/${id}`).end();
  });

  router.get('/v1/skills/imports/:importId', (request, response) => {
    const found = imports[Number(request.params['importId']) - 1];
    if (found === undefined) return void response.status(404).json({ message: 'Resource not found.' });
    const errors = found.faults.map((message) => ({ message }));
    const resources = [{ name: 'Manifest', action: 'CREATE', status: found.status, errors }];
    response.json({ status: found.status, skill: { skillId: found.skillId, resources } });
  });

  return { packages, router };
}

function ownAddress(request: Request): string {
  return `http://${String(request.get('host'))}`;
}

/** Opens an uploaded zip and checks that the manifest and a model for each of its locales are really in it. */
function openPackage(zip: Buffer): { skillPackage: SkillPackage; faults: readonly string[] } {
  try {
    const skillPackage = readZip(zip);
    const manifest = MANIFEST.safeParse(parseJson(skillPackage.get('skill.json')));
    if (!manifest.success) return { skillPackage, faults: ['skill.json is missing or is no manifest'] };
    const locales = Object.keys(manifest.data.manifest.publishingInformation.locales);
    const faults = locales
      .map((locale) => `interactionModels/custom/${locale}.json`)
      .filter((path) => parseJson(skillPackage.get(path)) === undefined)
      .map((path) => `${path} is missing or is no JSON`);
    return { skillPackage, faults };
  } catch (error) {
    return { skillPackage: new Map(), faults: [error instanceof Error ? error.message : String(error)] };
  }
}

function parseJson(content: Buffer | undefined): unknown {
  if (content === undefined) return undefined;
  try {
    return JSON.parse(content.toString('utf8'));
  } catch {
    return undefined;
  }
}
