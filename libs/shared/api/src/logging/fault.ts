export interface LoggedFault {
  readonly errorName: string;
  readonly errorCode?: string;
  /** Where it arose, without what it said: messages quote names, bodies and values of the database. */
  readonly at?: readonly string[];
}

const MAX_FRAMES = 8;

/** What a log may hold of an error: its kind and its place. */
export function loggedFault(error: unknown): LoggedFault {
  if (!(error instanceof Error)) return { errorName: typeof error };
  const code =
    'code' in error && typeof error.code === 'string' && /^[\w.-]{1,40}$/.test(error.code) ? error.code : null;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^ {4}at [^\n]+$/.test(line));
  return {
    errorName: /^\w{1,60}$/.test(error.name) ? error.name : 'Error',
    ...(code === null ? {} : { errorCode: code }),
    ...(frames.length === 0 ? {} : { at: frames.slice(0, MAX_FRAMES).map((line) => line.trim()) }),
  };
}
