/**
 * Who may import whom. The folders are the architecture: a line of code that needs a forbidden import is in
 * the wrong room.
 */
const external = ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'core'];

/** @param {string} name @param {string} comment @param {object} from @param {object} to */
const forbid = (name, comment, from, to) => ({ name, severity: 'error', comment, from, to });

export default {
  forbidden: [
    forbid('no-circular', 'A cycle has no first file to read.', {}, { circular: true }),
    forbid(
      'domain-is-pure',
      'The domain imports zod, Temporal and itself, nothing else.',
      { path: '^shared/domain/' },
      { dependencyTypes: external, pathNot: 'node_modules/(zod|temporal-polyfill)/' },
    ),
    forbid(
      'domain-knows-no-outside',
      'The domain knows nothing of the rooms around it.',
      { path: '^shared/domain/' },
      { path: '^(shared/(adapters|api|lambda|contract)|functions|infra|local|test|bench)/' },
    ),
    forbid(
      'contract-stands-alone',
      'What infra and functions agree on imports nothing.',
      { path: '^shared/contract/' },
      { pathNot: '^shared/contract/' },
    ),
    forbid(
      'adapters-serve-the-domain',
      'An adapter knows its external system, the contract and the domain.',
      { path: '^shared/adapters/' },
      { path: '^(shared/(api|lambda)|functions|infra|local|test|bench)/' },
    ),
    forbid(
      'api-is-what-travels',
      'What requests and answers hold is said without knowing who makes them, or where they are stored.',
      { path: '^shared/api/' },
      { path: '^(shared/(adapters|contract)|functions|infra|local|test|bench)/' },
    ),
    forbid(
      'lambda-shell-is-generic',
      'The shell knows no business and no table.',
      { path: '^shared/lambda/' },
      { path: '^(shared/(adapters|api)|functions|infra|local|test|bench)/' },
    ),
    forbid(
      'functions-are-separate',
      'One function never imports another: they meet in queues and tables.',
      { path: '^functions/([^/]+)/' },
      { path: '^functions/', pathNot: '^functions/$1/' },
    ),
    forbid(
      'functions-import-shared',
      'A function imports shared/ and packages only.',
      { path: '^functions/' },
      { path: '^(infra|local|test|bench)/' },
    ),
    forbid(
      'infra-knows-the-contract',
      'Infrastructure agrees with functions through shared/contract only.',
      { path: '^infra/' },
      { path: '^(functions|shared/(domain|adapters|api|lambda)|local|test|bench)/' },
    ),
    forbid(
      'web-stands-alone',
      "The page's script is whole in one folder: what a browser runs can be read there.",
      { path: '^web/respondent/' },
      { pathNot: '^web/respondent/' },
    ),
    forbid(
      'web-is-built-before',
      'Functions and infrastructure hold what was built of the script, not its sources.',
      { path: '^(functions|shared|infra)/' },
      { path: '^web/' },
    ),
    forbid(
      'no-dev-package-in-production',
      'Functions bundle dependencies, not devDependencies.',
      { path: '^(functions|shared)/' },
      { dependencyTypes: ['npm-dev'], pathNot: 'node_modules/@types/' },
    ),
    forbid(
      'production-never-imports-tests',
      'Only tests and benchmarks know tests.',
      { path: '^(functions|shared|infra|local)/' },
      { path: '^(test|bench)/' },
    ),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
