/**
 * Where a worker's code is: beside its source when the program runs from sources, beside the entries when
 * it runs from a build (all chunks lie in one folder).
 *
 * @param source path from this folder to the worker's source, such as `./store/store-worker.ts`
 */
export function workerUrl(source: string): URL {
  const built = !import.meta.url.endsWith('.ts');
  return built
    ? new URL(`./${source.split('/').at(-1)?.replace(/\.ts$/, '.js')}`, import.meta.url)
    : new URL(source, import.meta.url);
}
