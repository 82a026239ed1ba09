import { MWS_OPERATIONS } from '../../../lambda/src/amazon-pay/mws/operations-table';
import { listAt, parseXml, textAt } from '../../../lambda/src/amazon-pay/mws/parse-xml';
import { readMwsAnswer, readMwsError } from '../../../lambda/src/amazon-pay/mws/read-answer';
import { failureOf } from './results';
import { startBench } from './server-bench';

describe('an XML document', () => {
  it('keeps numbers as text, ignores namespaces and makes lists of what may repeat', () => {
    const document = parseXml(
      '<?xml version="1.0"?><n:A xmlns:n="x"><n:Amount>1.00</n:Amount><Phone>0901234567</Phone><Code>1e5</Code><IdList><member>00123</member></IdList><Name>A&amp;B</Name></n:A>',
    );

    expect(document?.root).toBe('A');
    const texts = ['Amount', 'Phone', 'Code', 'Name'].map((name) => textAt(document?.content, name));
    expect(texts).toEqual(['1.00', '0901234567', '1e5', 'A&B']);
    expect(listAt(document?.content, 'IdList', 'member')).toEqual(['00123']);
  });

  it.each([
    ['empty', ''],
    ['cut off', '<A><State>Closed</State>'],
    ['crossed', '<A><B></A></B>'],
    ['two roots', '<A/><B/>'],
    ['a document type', '<!DOCTYPE A><A><State>Closed</State></A>'],
    ['an entity of its own', '<!DOCTYPE A [<!ENTITY x "Closed">]><A><State>&x;</State></A>'],
    ['too deep', `${'<A>'.repeat(30)}${'</A>'.repeat(30)}`],
    ['far too deep', `${'<A>'.repeat(50_000)}${'</A>'.repeat(50_000)}`],
    ['no XML', '{"State":"Closed"}'],
  ])('that is %s is not read', (_what, text) => {
    expect(parseXml(text)).toBeUndefined();
  });

  it.each(['__proto__', 'constructor', 'toString'])('has nothing under %s', (name) => {
    const document = parseXml('<A><B>1</B></A>');

    expect(textAt(document?.content, name)).toBeUndefined();
    expect(textAt(document?.content, name, 'name')).toBeUndefined();
  });
});

it('a result in the document of another operation is not read', () => {
  const details = '<ValidationResult>Success</ValidationResult>';
  const result = `<ValidateBillingAgreementResult>${details}</ValidateBillingAgreementResult>`;
  const readIn = (root: string) =>
    readMwsAnswer(MWS_OPERATIONS.ValidateBillingAgreement, { text: `<${root}>${result}</${root}>` });

  expect(readIn('ValidateBillingAgreementResponse')).toMatchObject({ validationResult: 'Success' });
  expect(readIn('html')).toBeUndefined();
  expect(readIn('ErrorResponse')).toBeUndefined();
});

it.each([
  ['RequestId', '<ErrorResponse><Error><Code>A</Code></Error><RequestId>id-1</RequestId></ErrorResponse>'],
  [
    'RequestID',
    '<ErrorResponse><Error><Type/><Code>A</Code></Error><RequestID>id-1</RequestID></ErrorResponse>',
  ],
])('an error is read with its %s', (_spelling, text) => {
  expect(readMwsError({ text })).toEqual({ code: 'A', requestId: 'id-1' });
});

it('an answer under another reference is not ours: the order is left to a person', async () => {
  const bench = await startBench();
  const status = '<AuthorizationStatus><State>Open</State></AuthorizationStatus>';
  const details = `<AmazonAuthorizationId>S03-1111111-1111111-A111111</AmazonAuthorizationId><AuthorizationReferenceId>theirs</AuthorizationReferenceId>${status}`;
  const result = `<AuthorizeOnBillingAgreementResult><AuthorizationDetails>${details}</AuthorizationDetails></AuthorizeOnBillingAgreementResult>`;
  const body = `<AuthorizeOnBillingAgreementResponse>${result}</AuthorizeOnBillingAgreementResponse>`;
  const answer = { status: 200, contentType: 'text/xml', body };
  bench.server.force('AuthorizeOnBillingAgreement', { as: 'raw', answer });

  const failure = failureOf(
    await bench.mws.authorizeOnBillingAgreement({
      billingAgreementId: 'C03-1234567-1234567',
      reference: 'ours',
      amountYen: 3980,
      captureNow: true,
      transactionTimeoutMinutes: 0,
    }),
  );
  await bench.close();

  expect(failure).toMatchObject({ stage: 'differs', effect: 'human', row: { row: 'x27' } });
});
