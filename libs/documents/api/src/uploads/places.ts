import { DomainError } from '@wir/shared/kernel';

/** So many at once, so many waiting, the next is asked to come back: a heap of uploads never takes the machine. */
export class Places {
  private taken = 0;
  private readonly queue: (() => void)[] = [];

  constructor(
    private readonly places: number,
    private readonly waiting: number,
  ) {}

  async use<T>(work: () => Promise<T>): Promise<T> {
    if (this.taken >= this.places) {
      if (this.queue.length >= this.waiting) throw new DomainError('unavailable', 'document.inspection-busy');
      await new Promise<void>((resolve) => this.queue.push(resolve));
    } else this.taken += 1;
    try {
      return await work();
    } finally {
      const next = this.queue.shift();
      if (next) next();
      else this.taken -= 1;
    }
  }
}
