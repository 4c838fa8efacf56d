import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [react()],
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    exclude: ['tests/e2e/**', 'tests/bench/**'],
    // Tests of the interface say `@vitest-environment jsdom` themselves.
    environment: 'node',
    css: { modules: { classNameStrategy: 'non-scoped' } },
  },
});
