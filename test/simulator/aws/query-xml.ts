import XMLBuilder from 'fast-xml-builder';

const REQUEST_ID = '00000000-0000-4000-8000-0000000000aa';
const builder = new XMLBuilder({ ignoreAttributes: false, attributeNamePrefix: '@' });

/** The answer of an action of AWS's query protocol (CloudFormation, IAM). */
export function actionResponse(action: string, namespace: string, result: object): string {
  return builder.build({
    [`${action}Response`]: {
      '@xmlns': namespace,
      [`${action}Result`]: result,
      ResponseMetadata: { RequestId: REQUEST_ID },
    },
  });
}

/** The answer of a refused action. */
export function actionError(code: string, message: string): string {
  return builder.build({
    ErrorResponse: { Error: { Type: 'Sender', Code: code, Message: message }, RequestId: REQUEST_ID },
  });
}

/** Any other XML answer. */
export function xml(content: object): string {
  return builder.build(content);
}
