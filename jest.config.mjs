// Types vérifiés à part (npm run types) ; swc ne fait que traduire. d3-dsv et simple-statistics n'existent qu'en modules ES.
export default {
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  transform: { '^.+\\.(ts|js|mjs)$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' } }] },
  transformIgnorePatterns: ['/node_modules/(?!(d3-dsv|simple-statistics)/)'],
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
};
