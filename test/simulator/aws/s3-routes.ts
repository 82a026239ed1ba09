import { raw, Router } from 'express';
import { AwsError } from './aws-error';
import { xml } from './query-xml';

/** Objects of all buckets: `bucket/key?versionId` → content. */
export interface Buckets {
  readonly objects: ReadonlyMap<string, Buffer>;
  readonly router: Router;
}

const LARGEST_OBJECT = '50mb';

/** The endpoints of S3 that the cfn-deployer needs, in path style. Each upload becomes a version of its own. */
export function s3Routes(): Buckets {
  const router = Router();
  const objects = new Map<string, Buffer>();
  const versioned = new Map<string, boolean>();

  const existing = (bucket: string): void => {
    if (!versioned.has(bucket))
      throw new AwsError('NoSuchBucket', 'The specified bucket does not exist', 404);
  };

  router.head('/:bucket', ({ params }, response) => {
    response.status(versioned.has(params.bucket) ? 200 : 404).end();
  });

  router.put('/:bucket', raw({ type: () => true }), ({ params, query }, response) => {
    if ('versioning' in query) {
      existing(params.bucket);
      versioned.set(params.bucket, true);
    } else {
      versioned.set(params.bucket, false);
    }
    response.status(200).end();
  });

  router.get('/:bucket', ({ params, query }, response) => {
    existing(params.bucket);
    if (!('versioning' in query)) throw new AwsError('NotImplemented', 'Only ?versioning is simulated', 501);
    const status = versioned.get(params.bucket) === true ? { Status: 'Enabled' } : {};
    response.type('application/xml').send(xml({ VersioningConfiguration: status }));
  });

  router.put('/:bucket/*key', raw({ type: () => true, limit: LARGEST_OBJECT }), (request, response) => {
    const { bucket, key } = request.params;
    existing(bucket);
    if (versioned.get(bucket) !== true)
      throw new AwsError('InvalidRequest', 'The simulated S3 takes objects into buckets with versions only');
    const body: unknown = request.body;
    if (!Buffer.isBuffer(body)) throw new AwsError('IncompleteBody', 'The object is empty');
    const versionId = `version-${objects.size + 1}`;
    objects.set(`${bucket}/${key.join('/')}?${versionId}`, unchunked(body, request.get('content-encoding')));
    response.set('x-amz-version-id', versionId).set('etag', `"${versionId}"`).status(200).end();
  });

  return { objects, router };
}

/** The SDK may send a body in signed chunks (`aws-chunked`): size in hex, line end, bytes, line end. */
function unchunked(body: Buffer, encoding: string | undefined): Buffer {
  if (encoding?.includes('aws-chunked') !== true) return body;
  const parts: Buffer[] = [];
  let at = 0;
  for (;;) {
    const end = body.indexOf('\r\n', at);
    const sizeBytes = parseInt(body.toString('latin1', at, end), 16);
    if (end === -1 || !(sizeBytes > 0)) return Buffer.concat(parts);
    parts.push(body.subarray(end + 2, end + 2 + sizeBytes));
    at = end + 2 + sizeBytes + 2;
  }
}
