import tseslint from 'typescript-eslint';

/** Code that runs in the cloud, or describes it. Tests and local tooling may be a little looser. */
const production = ['functions/**/*.ts', 'shared/**/*.ts', 'infra/**/*.ts', 'web/**/*.ts'];

export default tseslint.config(
  { ignores: ['node_modules/', 'cdk.out/', '.local/', 'coverage/'] },
  ...tseslint.configs.strictTypeChecked,
  ...tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportDefaultDeclaration', message: 'Name what you export.' },
        { selector: 'ExportAllDeclaration', message: 'No barrels: import from the file that defines it.' },
      ],
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/only-throw-error': 'error',
    },
  },
  {
    files: production,
    rules: {
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      'no-console': 'error',
      'max-lines-per-function': ['error', { max: 60, skipComments: true, skipBlankLines: true }],
      'max-lines': ['error', { max: 200, skipComments: true, skipBlankLines: true }],
    },
  },
  {
    // The domain is pure: what it needs of time and chance is handed in.
    files: ['shared/domain/**/*.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...['process', 'console', 'crypto', 'fetch', 'setTimeout', 'setInterval', 'performance'].map(
          (name) => ({
            name,
            message: 'The domain is pure: take this as an argument.',
          }),
        ),
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'Time is an effect: take the instant as an argument.' },
        { object: 'Math', property: 'random', message: 'Chance is an effect: take it as an argument.' },
        {
          object: 'Temporal',
          property: 'Now',
          message: 'Time is an effect: take the instant as an argument.',
        },
      ],
    },
  },
  { files: ['*.config.{js,ts}', '.dependency-cruiser.js'], rules: { 'no-restricted-syntax': 'off' } },
  { files: ['**/*.{js,mjs,cjs}'], extends: [tseslint.configs.disableTypeChecked] },
);
