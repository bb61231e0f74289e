import { Module } from '@nestjs/common';
import { AuditModule } from '@wir/audit/api';
import { RECORD_PERMISSIONS, RECORD_TEXTS } from '@wir/records/domain';
import { registerConstraintCodes, registerPermissions, registerProblemTexts } from '@wir/shared/api';
import { AuditBundlesController } from './bundles/audit-bundles.controller';
import { BundleAssembly } from './bundles/bundle-assembly';
import { BundleQueries } from './bundles/bundle.queries';
import { BundleTrail } from './bundles/bundle-trail';
import { MakeBundle } from './bundles/make-bundle';
import { RequestBundle } from './bundles/request-bundle';
import { DrawPayments } from './payments/draw-payments';
import { PaymentTraceQueries } from './payments/payment-trace.queries';
import { PaymentsController, PaymentSamplesController } from './payments/payments.controller';
import { RetentionModule } from './retention/retention.module';

@Module({
  imports: [AuditModule, RetentionModule],
  controllers: [AuditBundlesController, PaymentsController, PaymentSamplesController],
  providers: [BundleQueries, BundleTrail, BundleAssembly, RequestBundle, MakeBundle, PaymentTraceQueries, DrawPayments],
})
export class RecordsModule {}

registerPermissions(RECORD_PERMISSIONS);
registerProblemTexts(RECORD_TEXTS);
registerConstraintCodes({ bundle_state_transition: 'bundle.wrong-state' });
