import type { IconName } from '../icon/icon-paths';

/** A deed on a detail page. The first allowed one shows as the next action, the others in the menu. */
export interface PageAction {
  /** As in `ActionDto.action`. */
  readonly action: string;
  /** Text key. */
  readonly label: string;
  readonly icon?: IconName;
  readonly allowed: boolean;
  /** Error code that says why it is not allowed now. */
  readonly reasonCode: string | null;
  /** Never the next action by itself (withdraw, void …). */
  readonly secondary?: boolean;
}

interface ActionLike {
  readonly action: string;
  readonly allowed: boolean;
  readonly reasonCode: string | null;
}

export type ActionLooks = Readonly<
  Record<string, { readonly label: string; readonly icon?: IconName; readonly secondary?: boolean }>
>;

/** Joins what the server allows with how it is called here, in the order of `looks`; actions without a look are left out. */
export function pageActions(actions: readonly ActionLike[], looks: ActionLooks): PageAction[] {
  return Object.entries(looks).flatMap(([name, look]) => {
    const found = actions.find((action) => action.action === name);
    return found ? [{ ...look, action: name, allowed: found.allowed, reasonCode: found.reasonCode }] : [];
  });
}
