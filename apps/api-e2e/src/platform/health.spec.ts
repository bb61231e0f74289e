import { useApi } from '../use-api';

describe('GET /health/live, /health/ready, /metrics', () => {
  const api = useApi();

  it.each(['/health/live', '/health/ready', '/metrics', '/api/v1/health/live', '/api/v1/health/ready'])(
    'answers without sign-in: %s',
    async (path) => {
      expect((await fetch(`${api.client.url}${path}`)).status).toBe(200);
    },
  );

  it('describes itself with the committed contract', async () => {
    const { status, body } = await api.client.get<{ paths: object }>('/openapi.json');

    expect(status).toBe(200);
    expect(Object.keys(body.paths)).toContain('/api/v1/applications/{id}/submission');
  });
});
