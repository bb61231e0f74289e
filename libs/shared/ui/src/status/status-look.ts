import type { IconName } from '../icon/icon-paths';

/** Colour supports, icon and word carry: `wait` = somebody else's turn, `act` = needs attention, `done`, `stop`, `neutral`. */
export type Tone = 'neutral' | 'info' | 'wait' | 'act' | 'done' | 'stop';

/** How a state shows: a domain keeps one `Record<State, StatusLook>`, so that a new state fails the build. */
export interface StatusLook {
  readonly tone: Tone;
  readonly icon: IconName;
  /** Text key of the word, for example `applications.state.SUBMITTED`. */
  readonly label: string;
}
