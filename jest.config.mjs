import { LIMITS } from './tools/patience.mjs';

// One Jest run for everything: server-side TypeScript through SWC, Angular through its preset.
const root = import.meta.dirname;
const common = {
  rootDir: root,
  moduleNameMapper: { '^@waymark/(.*)$': `${root}/libs/$1` },
  cacheDirectory: `${root}/node_modules/.cache/jest`,
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.local'],
};

const node = (displayName, testMatch, more = {}) => ({
  ...common,
  displayName,
  testMatch,
  testEnvironment: '<rootDir>/tools/jest/node-environment.mjs',
  setupFiles: ['reflect-metadata'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2023',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
          keepClassNames: true,
        },
        module: { type: 'commonjs' },
        sourceMaps: 'inline',
      },
    ],
  },
  ...more,
});

export default {
  testTimeout: LIMITS.test,
  projects: [
    node('domain', [
      '<rootDir>/libs/*/domain/**/*.spec.ts',
      '<rootDir>/libs/*/demo/**/*.spec.ts',
      '<rootDir>/libs/shared/kernel/**/*.spec.ts',
      '<rootDir>/libs/engines/**/*.spec.ts',
    ]),
    node('api', ['<rootDir>/libs/*/api/**/*.spec.ts', '<rootDir>/apps/api/**/*.spec.ts', '<rootDir>/tests/api/**/*.e2e-spec.ts'], {
      globalSetup: '<rootDir>/libs/shared/testing/global-setup.mjs',
    }),
    node('arch', ['<rootDir>/tests/arch/**/*.spec.ts']),
    {
      ...common,
      displayName: 'web',
      testEnvironment: '<rootDir>/tools/jest/jsdom-environment.mjs',
      testMatch: ['<rootDir>/libs/*/web/**/*.spec.ts', '<rootDir>/libs/shared/ui/**/*.spec.ts', '<rootDir>/apps/web/**/*.spec.ts'],
      setupFilesAfterEnv: ['<rootDir>/tools/jest/setup-web.ts'],
      // Only our own files are transformed; Angular's .mjs bundles load natively.
      transform: {
        '^.+\\.(ts|html)$': [
          'jest-preset-angular',
          { tsconfig: '<rootDir>/tsconfig.web.spec.json', stringifyContentPathRegex: '\\.(html|svg)$' },
        ],
      },
      transformIgnorePatterns: ['/node_modules/'],
      moduleFileExtensions: ['ts', 'mjs', 'js', 'html', 'json'],
    },
  ],
};
