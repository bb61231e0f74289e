/** The body `{}` of commands that need no further data; any member is refused. */
export class EmptyDto {}
