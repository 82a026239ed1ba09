import { type WireRequest } from '../exchange';
import { type MwsAccess } from './config';
import { type MwsOperation } from './operations-table';
import { type FormParameters } from './requests';
import { formText, mwsSignature } from './sign';

/** A checked call: id and reference have their documented form. */
export interface CheckedForm {
  readonly id: string;
  readonly reference?: string;
  readonly parameters?: FormParameters;
}

/**
 * Builds the signed form of one send. Only Timestamp and Signature differ from send to send.
 * @see amazon-pay-server-apis.md, section 14.1
 */
export function buildForm<Value>(
  { action, idName, referenceName }: MwsOperation<Value>,
  { id, reference, parameters }: CheckedForm,
  { access, nowMs }: { readonly access: MwsAccess; readonly nowMs: number },
): WireRequest {
  const form = present({
    ...parameters,
    [idName]: id,
    ...(referenceName === undefined ? {} : { [referenceName]: reference }),
    AWSAccessKeyId: access.accessKeyId,
    Action: action,
    SellerId: access.sellerId,
    SignatureMethod: 'HmacSHA256',
    SignatureVersion: '2',
    Timestamp: `${new Date(nowMs).toISOString().slice(0, 19)}Z`,
    Version: '2013-01-01',
  });
  const { host, path } = access;
  const Signature = mwsSignature({ host, path, parameters: form }, access.secretKey);
  return {
    url: `${access.origin}${path}`,
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' },
    body: formText({ ...form, Signature }),
  };
}

function present(parameters: FormParameters): Record<string, string> {
  return Object.fromEntries(
    Object.entries(parameters).flatMap(([name, value]) =>
      value === undefined || value === '' ? [] : [[name, value] as const],
    ),
  );
}
