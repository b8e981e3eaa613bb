/** How long the parts of a run took, in milliseconds. */
export class Phases {
  readonly took: Record<string, number> = {};

  /** Measures a part; parts with the same name are added up. */
  async of<T>(name: string, work: () => Promise<T>): Promise<T> {
    const begin = performance.now();
    try {
      return await work();
    } finally {
      this.took[name] = Math.round((this.took[name] ?? 0) + performance.now() - begin);
    }
  }
}
