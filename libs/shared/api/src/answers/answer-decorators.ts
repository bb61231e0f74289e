import { applyDecorators, HttpCode } from '@nestjs/common';
import { ApiExtension, ApiProduces, ApiResponse } from '@nestjs/swagger';

/** Success of the route: its body and its status (200 unless said otherwise). */
export function Answers(type: (new () => object) | null, status = 200): MethodDecorator {
  return applyDecorators(HttpCode(status), ApiResponse(type === null ? { status } : { status, type }));
}

/** The route answers with bytes (see FileAnswer). */
export function AnswersFile(...mediaTypes: string[]): MethodDecorator {
  const content = Object.fromEntries(
    mediaTypes.map((mediaType) => [mediaType, { schema: { type: 'string', format: 'binary' } }]),
  );
  return applyDecorators(HttpCode(200), ApiProduces(...mediaTypes), ApiResponse({ status: 200, content }));
}

export const REFUSALS = 'x-refusals';

/** Codes with which the domain may refuse this route; listed in OpenAPI beside the standard refusals. */
export function Refuses(...codes: string[]): MethodDecorator {
  return applyDecorators(ApiExtension(REFUSALS, codes));
}
