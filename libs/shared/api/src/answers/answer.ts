/** What a command answers: the DTO and the very text that was stored under its key. */
export class Answer<T> {
  private constructor(
    readonly status: number,
    readonly text: string,
    private parsed: { readonly value: T } | null,
  ) {}

  static fresh<T>(status: number, value: T): Answer<T> {
    return new Answer<T>(status, JSON.stringify(value ?? null), { value });
  }

  /** A repeated command answers with the stored text; it is parsed only when someone asks for the value. */
  static stored<T>(status: number, text: string): Answer<T> {
    return new Answer<T>(status, text, null);
  }

  get value(): T {
    this.parsed ??= { value: JSON.parse(this.text) as T };
    return this.parsed.value;
  }

  get isEmpty(): boolean {
    return this.text === 'null';
  }
}
