import { contentDisposition } from './content-disposition';

describe('naming a download', () => {
  it('gives old clients ASCII and the others the true name', () => {
    expect(contentDisposition('Bescheid für Gießen.pdf')).toBe(
      `attachment; filename="Bescheid fuer Giessen.pdf"; filename*=UTF-8''Bescheid%20f%C3%BCr%20Gie%C3%9Fen.pdf`,
    );
  });

  it('lets no quote, line end or percent sign through', () => {
    const header = contentDisposition(`a"b\\c\r\nX: 1; 100%'(x)*.pdf`, 'inline');

    expect(header).toBe(
      `inline; filename="a_b_cX: 1_ 100_'(x)*.pdf"; filename*=UTF-8''a%22b_cX%3A%201%3B%20100%25%27%28x%29%2A.pdf`,
    );
  });
});
