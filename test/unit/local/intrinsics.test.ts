/**
 * The runner works out exactly the intrinsic functions that it knows, and throws on every other: it must never run
 * a system that differs from the template without saying so.
 */
import { describe, expect, it } from 'vitest';
import { resolve } from '../../../local/template/intrinsics.ts';
import type { Scope } from '../../../local/template/intrinsics.ts';
import { readTemplates } from '../../../local/template/read.ts';

const scope: Scope = {
  ref: (id) => (id === 'AWS::NoValue' ? undefined : `ref:${id}`),
  attribute: (id, attribute) => `${id}.${attribute}`,
  exported: (name) => `exported:${name}`,
};

describe('resolve', () => {
  it('looks up references, attributes and exports', () => {
    expect(resolve({ Ref: 'Table' }, scope)).toBe('ref:Table');
    expect(resolve({ 'Fn::GetAtt': ['Queue', 'Arn'] }, scope)).toBe('Queue.Arn');
    expect(resolve({ 'Fn::ImportValue': 'Stack:Export' }, scope)).toBe('exported:Stack:Export');
  });

  it('joins, splits, selects and substitutes', () => {
    expect(resolve({ 'Fn::Join': ['/', ['a', { Ref: 'B' }]] }, scope)).toBe('a/ref:B');
    expect(resolve({ 'Fn::Select': [1, { 'Fn::Split': [':', { Ref: 'B' }] }] }, scope)).toBe('B');
    expect(resolve({ 'Fn::Sub': '${A}-${B.Arn}-${!literal}' }, scope)).toBe('ref:A-B.Arn-${literal}');
    expect(resolve({ 'Fn::Sub': ['${x}', { x: { Ref: 'Y' } }] }, scope)).toBe('ref:Y');
  });

  it('leaves out what has no value, and keeps the rest as it is', () => {
    const value = { kept: [1, true, { Ref: 'AWS::NoValue' }], gone: { Ref: 'AWS::NoValue' } };
    expect(resolve(value, scope)).toEqual({ kept: [1, true] });
  });

  it.each([
    { 'Fn::If': ['Condition', 1, 2] },
    { 'Fn::FindInMap': ['A', 'B', 'C'] },
    { 'Fn::Base64': 'text' },
    { 'Fn::Join': ['/', 'not a list'] },
    { 'Fn::Select': [7, ['a']] },
    { Ref: 'Table', beside: 1 },
  ])('throws on %j', (value) => {
    expect(() => resolve(value, scope)).toThrow();
  });
});

describe('readTemplates', () => {
  const addresses = { region: 'eu-north-1', account: '000000000000', sqs: 'http://sqs', api: 'http://api' };
  const read = (resources: unknown, outputs: unknown = {}) =>
    readTemplates([{ stackName: 'S', template: { Resources: resources, Outputs: outputs } }], addresses);
  const queue = (properties: unknown) => ({ Queue: { Type: 'AWS::SQS::Queue', Properties: properties } });

  it('gives a queue its URL at the address of the wire', () => {
    expect(read(queue({})).ofType('AWS::SQS::Queue')[0]?.identity.ref).toBe(
      'http://sqs/000000000000/S-Queue',
    );
  });

  it('throws on a type, a property, a condition and a section that it does not know', () => {
    expect(() => read({ Cluster: { Type: 'AWS::ECS::Cluster' } })).toThrow('AWS::ECS::Cluster');
    expect(() => read(queue({ FifoQueue: true }))).toThrow('FifoQueue');
    expect(() => read({ Queue: { Type: 'AWS::SQS::Queue', Condition: 'Maybe' } })).toThrow('Condition');
    expect(() => readTemplates([{ stackName: 'S', template: { Mappings: {} } }], addresses)).toThrow(
      'Mappings',
    );
  });

  it('throws on an attribute that it does not know', () => {
    const policy = {
      RedrivePolicy: { deadLetterTargetArn: { 'Fn::GetAtt': ['Queue', 'Colour'] }, maxReceiveCount: 3 },
    };
    expect(() => read(queue(policy))).toThrow('Colour');
  });

  it('follows an export to the stack that makes it', () => {
    const producer = {
      Resources: queue({}),
      Outputs: { Out: { Value: { 'Fn::GetAtt': ['Queue', 'Arn'] }, Export: { Name: 'P:Arn' } } },
    };
    const consumer = {
      Resources: queue({
        RedrivePolicy: { deadLetterTargetArn: { 'Fn::ImportValue': 'P:Arn' }, maxReceiveCount: 3 },
      }),
    };
    const resources = readTemplates(
      [
        { stackName: 'P', template: producer },
        { stackName: 'C', template: consumer },
      ],
      addresses,
    );
    const redrives = resources.ofType('AWS::SQS::Queue').map(({ properties }) => properties.RedrivePolicy);
    expect(redrives[1]?.deadLetterTargetArn).toBe('arn:aws:sqs:eu-north-1:000000000000:P-Queue');
  });
});
