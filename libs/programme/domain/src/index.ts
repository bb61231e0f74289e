export { COMPONENT_CODES, COMPONENT_TITLES, isPost, MODULE_CODES, MODULE_TITLES } from './components';
export type { ComponentCode, ModuleCode } from './components';
export { PROGRAMME_PARAMETERS, programmeParameterAt } from './programme-parameters';
export type { ProgrammeParameterName } from './programme-parameters';
export { CAP_ROUNDING, ceilingOf, diversityCentreCaps, fteHundredths, postCap, staffedCap } from './caps';
export type { ComponentCap } from './caps';
export { PROGRAMME_PERMISSIONS } from './permissions';
export { APPLICANT_KIND_LABELS, isApplicantKind } from './applicant-kind';
export type { ApplicantKind } from './applicant-kind';
