// Types vérifiés à part (npm run types) ; swc ne fait que traduire. d3-dsv, simple-statistics et preact n'existent qu'en modules ES.
const traduit = (jsc) => ['@swc/jest', { jsc: { target: 'es2022', ...jsc }, module: { type: 'commonjs' } }];
export default {
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  transform: {
    '^.+\\.(ts|js|mjs)$': traduit({ parser: { syntax: 'typescript' } }),
    '^.+\\.tsx$': traduit({ parser: { syntax: 'typescript', tsx: true }, transform: { react: { runtime: 'automatic', importSource: 'preact' } } }),
  },
  transformIgnorePatterns: ['/node_modules/(?!(d3-dsv|simple-statistics|preact)/)'],
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
};
