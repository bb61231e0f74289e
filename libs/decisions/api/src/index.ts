export { DecisionsModule } from './decisions.module';
export { AwardRepository, awardFacts } from './data/award.repository';
export type { Award, AwardFacts, Tranche } from './data/award.repository';
