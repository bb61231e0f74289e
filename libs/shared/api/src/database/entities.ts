import type { EntityTarget, ObjectLiteral } from 'typeorm';

type EntityClass = EntityTarget<ObjectLiteral> & (new () => object);

const entities = new Set<EntityClass>();

/** Called by each module file for the rows it writes through TypeORM. */
export function registerEntities(...added: EntityClass[]): void {
  for (const entity of added) entities.add(entity);
}

export function registeredEntities(): EntityClass[] {
  return [...entities];
}
