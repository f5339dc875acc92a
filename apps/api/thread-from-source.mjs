// The same from the sources, for tests: Node takes the types out, and this finds files as the compiler does.
import { registerHooks } from 'node:module';

const libs = new URL('../../libs/', import.meta.url);
registerHooks({
  resolve: (specifier, context, next) => {
    if (specifier.startsWith('@waymark/')) return next(new URL(`${specifier.slice('@waymark/'.length)}.ts`, libs).href, context);
    return next(specifier.startsWith('.') && !/\.\w+$/.test(specifier) ? `${specifier}.ts` : specifier, context);
  },
});
await import('./thread.ts');
