import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { bodyOf, listen } from '../http.ts';
import type { Listening } from '../http.ts';
import { refusal } from './authorization.ts';
import type { Authority } from './authorization.ts';
import type { Backend, WireRequest, WireResponse } from './backend.ts';
import { capacityUnitsOf, withCapacity } from './capacity.ts';
import { deniedAnswer, errorAnswer, errorOf } from './errors.ts';
import { createFaults } from './faults.ts';
import type { FaultPlan, Faults } from './faults.ts';
import { createWithheld } from './withheld.ts';
import { createLedger } from './ledger.ts';
import type { Ledger } from './ledger.ts';
import { readObjectOperation, toTellOfAbsence } from './objects.ts';
import { readJsonOperation, readSesOperation, services } from './operations.ts';
import type { Operation, Place, Service } from './operations.ts';

/** What the wire needs to know once the template has been read and the emulators are up. */
type Wiring = {
  place: Place;
  authority: Authority;
  backends: Record<Service, Backend>;
  /** Ends a function's execution environment. */
  crash: (environmentId: string, why: string) => void;
};

/**
 * What every call to a service goes through: it knows the caller by its access key, allows what the caller's role
 * grants and nothing else, keeps count, and can stage crashes between any two calls.
 */
export type Wire = {
  addresses: Record<Service, string>;
  connect: (wiring: Wiring) => void;
  ledger: Ledger;
  failOnce: Faults['failOnce'];
  /** Takes an action out of a function's grants. Returns what puts it back. */
  withhold: (caller: string, action: string) => () => void;
  close: () => Promise<void>;
};

/** Bytes of a request: DynamoDB and SES take up to 16 MB and 40 MB. */
const requestBytesMax = 40 * 1024 * 1024;

export const startWire = async (ports: Partial<Record<Service, number>> = {}): Promise<Wire> => {
  const ledger = createLedger();
  const dead = new Set<string>();
  const faults = createFaults();
  const withheld = createWithheld();
  let wiring: Wiring | undefined;
  const listening = new Map<Service, Listening>();
  for (const service of services) {
    const server = createServer((request, response) => {
      if (wiring === undefined) {
        response.writeHead(503).end();
        return;
      }
      void pass({ service, wiring, ledger, faults, dead }, request, response).catch((error: unknown) => {
        response
          .writeHead(502, { 'content-type': 'text/plain' })
          .end(`The service is not there: ${String(error)}`);
      });
    });
    // Longer than any test is idle: a connection that closes just when it is used again looks like a lost reply.
    server.keepAliveTimeout = 600_000;
    listening.set(service, await listen(server, ports[service]));
  }
  return {
    addresses: Object.fromEntries(
      [...listening].map(([service, { url }]) => [service, url]),
    ) as Wire['addresses'],
    connect: (given) => {
      const { authority } = given;
      const statementsOf = (caller: string) => withheld.from(caller, authority.statementsOf(caller));
      wiring = { ...given, authority: { ...authority, statementsOf } };
    },
    ledger,
    failOnce: faults.failOnce,
    withhold: withheld.add,
    close: async () => {
      await Promise.all([...listening.values()].map((server) => server.close()));
    },
  };
};

type Passage = {
  service: Service;
  wiring: Wiring;
  ledger: Ledger;
  faults: Faults;
  /** Environments that were made to crash. */
  dead: Set<string>;
};

const pass = async (passage: Passage, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
  const { service, wiring, ledger, faults, dead } = passage;
  const body = await bodyOf(incoming, requestBytesMax);
  if (body === 'too-large') {
    outgoing.writeHead(413).end();
    return;
  }
  const environmentId = /Credential=([^/,\s]+)/.exec(incoming.headers.authorization ?? '')?.[1] ?? 'local';
  // A thread that is being ended may get as far as a retry: what is dead makes no calls.
  if (dead.has(environmentId)) {
    incoming.socket.destroy();
    return;
  }
  const caller = environmentId.replace(/\.\d+$/, '');
  const request = {
    method: incoming.method ?? 'POST',
    path: incoming.url ?? '/',
    headers: incoming.headers,
    body,
  };
  const operation = readOperation(service, request, wiring.place);
  const fault = faults.next(caller, service, operation?.name ?? '');
  const strike = ({ when, answer }: FaultPlan): void => {
    if (answer !== undefined) {
      send(outgoing, errorAnswer(service, answer.status, answer.code, 'Refused on purpose'));
      return;
    }
    dead.add(environmentId);
    wiring.crash(environmentId, `Crashed on purpose, ${when} ${operation?.name ?? ''}`);
    incoming.socket.destroy();
  };
  if (fault?.when === 'before') {
    strike(fault);
    return;
  }
  const refused = (asked: Operation): WireResponse | undefined => {
    const why = refusal(wiring.authority, caller, asked);
    return why === undefined ? undefined : deniedAnswer(service, why);
  };
  let answer =
    (operation && refused(operation)) ??
    (await wiring.backends[service](prepared(service, request, operation, wiring.place.region)));
  if (service === 's3' && operation && answer.status === 404)
    answer = refused(toTellOfAbsence(operation)) ?? answer;
  if (operation !== undefined) {
    const succeeded = answer.status < 300;
    ledger.record({
      caller,
      service,
      action: operation.name,
      resources: operation.permissions.map(({ resource }) => resource),
      needed: operation.permissions,
      wrote: succeeded && operation.writes,
      ...(!succeeded && { error: errorOf(answer) }),
      capacityUnits: service === 'dynamodb' ? capacityUnitsOf(answer.body) : 0,
      requestBytes: body.length,
      responseBytes: answer.body.length,
      bodies: { request: body, response: answer.body },
    });
  }
  if (fault === undefined) send(outgoing, answer);
  else strike(fault);
};

const send = (outgoing: ServerResponse, { status, headers, body }: WireResponse): void => {
  outgoing.writeHead(status, { ...headers, 'content-length': body.length }).end(body);
};

/** Undefined for what is no call of the service's API, such as looking at the SES emulator's inbox. */
const readOperation = (service: Service, request: WireRequest, place: Place): Operation | undefined => {
  if (service === 's3') return readObjectOperation(request);
  const target = request.headers['x-amz-target'];
  if (typeof target === 'string') {
    const body = JSON.parse(request.body.toString() || '{}') as Record<string, unknown>;
    return readJsonOperation(service, target.split('.').at(-1) ?? '', body, place);
  }
  if (service !== 'ses' || request.method !== 'POST' || request.path !== '/') return undefined;
  return readSesOperation(new URLSearchParams(request.body.toString()), place);
};

/** The emulators get one neutral signature: they check none, and DynamoDB Local takes letters and digits only. */
const prepared = (
  service: Service,
  request: WireRequest,
  operation: Operation | undefined,
  region: string,
): WireRequest => {
  if (operation === undefined) return request;
  const scope = `local/20260101/${region}/${service}/aws4_request`;
  const authorization = `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host, Signature=0`;
  const body = service === 'dynamodb' ? withCapacity(operation.name, request.body) : request.body;
  return { ...request, headers: { ...request.headers, authorization }, body };
};
