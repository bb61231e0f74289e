export { ApplicationsModule } from './applications.module';
export { ApplicationRepository } from './data/application.repository';
export type { Application } from './data/application.repository';
export { announce, moveApplication } from './data/move-application';
export type { ApplicationChanges, ApplicationEvent } from './data/move-application';
export { applicationDto } from './data/application-dto';
export { planOf, proposedYearsOf } from './data/plan.queries';
export { ApplicationDto } from './dto/application.dto';
