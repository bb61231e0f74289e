/** Fördergegenstände, Nr. 2 of the guideline. The call at hand funds the first one. */
export const MODULE_TITLES = {
  DIVERSITY_CENTRE: 'Kommunale WIR-Vielfaltszentren',
  MODEL_PROJECT: 'Innovative Integrations- und Teilhabeprojekte (Modellprojekte)',
  INTEGRATION_GUIDE: 'Integrationslotsinnen und -lotsen',
  LAY_INTERPRETER: 'Ehrenamtliche Laiendolmetschende',
  MIGRANT_ORGANISATION: 'Gemeinnützige Migrantinnen- und Migrantenorganisationen',
  MUNICIPAL_STRATEGY: 'Kommunale Vielfalts- und Integrationsstrategien',
} as const;

export type ModuleCode = keyof typeof MODULE_TITLES;

/** Parts of a centre's plan. Material cost is borne by the municipality and only shown. */
export const COMPONENT_TITLES = {
  COORDINATOR_POST: 'WIR-Koordinationskraft',
  ASSISTANT_POST: 'WIR-Mitarbeitsstelle',
  MICRO_PROJECT_FUND: 'Mikroprojekte',
  MATERIAL_COST: 'Sachausgaben',
} as const;

export type ComponentCode = keyof typeof COMPONENT_TITLES;

export const MODULE_CODES = Object.keys(MODULE_TITLES) as readonly ModuleCode[];
export const COMPONENT_CODES = Object.keys(COMPONENT_TITLES) as readonly ComponentCode[];

/** A post is counted in full-time equivalents and months, the micro-project fund once per centre and year. */
export function isPost(component: ComponentCode): boolean {
  return component === 'COORDINATOR_POST' || component === 'ASSISTANT_POST';
}
