/** In which order tests are put to a change: those first that noticed most in the same file, then the quick ones. */
export class Order {
  readonly #noticed = new Map<string, number>()
  readonly #took: Readonly<Record<string, number>>

  /** @param took milliseconds that each file of tests takes with the code as it is */
  constructor(took: Readonly<Record<string, number>>) {
    this.#took = took
  }

  noticed(file: string, test: string): void {
    const key = `${file} ${test}`
    this.#noticed.set(key, (this.#noticed.get(key) ?? 0) + 1)
  }

  for(file: string): readonly string[] {
    const own = `${file.replace(/.*\//, '').replace(/\.ts$/, '')}.test.ts`
    const worth = (test: string): number =>
      ((this.#noticed.get(`${file} ${test}`) ?? 0) + (test === own ? 2 : 0.1)) /
      ((this.#took[test] ?? 0) + 50)
    return Object.keys(this.#took).toSorted((a, b) => worth(b) - worth(a))
  }
}
