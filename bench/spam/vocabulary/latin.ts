import type { Family } from './family.ts'

/** Languages in Latin letters but English. Own collection, after what hacked pages were seen to carry. */
export const LATIN: readonly Family[] = [
  {
    family: 'gambling',
    lang: 'id',
    script: 'Latin',
    heads:
      'slot gacor|mahjong ways|togel online|sweet bonanza|judi bola|sabung ayam|bandar casino|gates of olympus|poker qq|arcade tembak ikan',
    before: 'situs|link|agen|main|daftar|akun pro|bocoran|login|kumpulan|server luar',
    after:
      'terpercaya|gampang menang|deposit pulsa|modal receh|maxwin|anti rugi|hari ini|bet kecil|resmi|pasti cair',
    frames:
      'Bergabunglah di {} dan nikmati bonus new member dari {}.|{} memberi peluang menang setiap hari untuk pemain {}.|Coba keberuntungan anda bersama {} dengan modal kecil di {}.|Raih kemenangan besar di {} lewat {} tanpa potongan.|Dapatkan {} paling lengkap dan {} langsung dibayar.|Hanya di {} semua member bisa klaim hadiah {}.',
  },
  {
    family: 'betting',
    lang: 'vi',
    script: 'Latin',
    heads: 'cá cược bóng đá|xóc đĩa|nhà cái|bắn cá|lô đề|tài xỉu|nổ hũ|đá gà|game bài|kèo nhà cái',
    before: 'link|chơi|app|đăng ký|tải|trang|mẹo|cổng game|vào|nhận định',
    after:
      'uy tín|trực tuyến|đổi thưởng|nạp nhanh|tặng tiền|xanh chín|không bị chặn|thưởng khủng|hôm nay|rút liền tay',
    frames:
      'Đăng ký {} hôm nay để nhận ngay tiền thưởng từ {}.|{} là nơi giải trí hấp dẫn với {} thưởng cao.|Chơi {} thắng lớn mỗi ngày cùng {} siêu tốc.|Người chơi tin tưởng {} vì {} trả thưởng nhanh.|Nạp tiền lần đầu vào {} được hoàn trả cùng {}.|Tham gia ngay {} để có cơ hội đổi đời với {}.',
  },
  {
    family: 'betting',
    lang: 'tr',
    script: 'Latin',
    heads:
      'kaçak bahis|rulet|deneme bonusu|slot oyunları|canlı casino|tombala|bahis siteleri|kumarhane|iddaa tahmin|aviator oyunu',
    before: 'güvenilir|yeni|en iyi|yabancı|bedava|çevrimsiz|lisanslı|yüksek oranlı|güncel|mobil',
    after: 'giriş|adresi|veren siteler|para yatırma|üyelik|kazandıran|2024|freespin|bonusu|canlı destek',
    frames:
      '{} için hemen üye olun ve {} fırsatını kaçırmayın.|{} ile kazanmaya başlayın, {} anında hesabınızda.|Türkiye’nin en çok kazandıran {} adresi, {} burada.|Yatırım şartsız {} kampanyası, {} ile devam ediyor.|{} sitemizde yüzde yüz hoş geldin bonusu, {} sizleri bekliyor.|Kazancın adresi {}, bol ödemeli {} hizmetinizde.',
  },
  {
    family: 'pharma',
    lang: 'es',
    script: 'Latin',
    heads:
      'viagra|pastillas para adelgazar|cialis genérico|orlistat|sildenafil|ansiolíticos|kamagra|dapoxetina|levitra|ozempic',
    before: 'comprar|venta de|precio|pedir|donde conseguir|oferta|comprar barato|farmacia|conseguir|adquirir',
    after:
      'sin receta|contrareembolso|en línea|envío discreto|online barato|a domicilio|precio bajo|entrega rápida|en farmacia|original',
    frames:
      'Compre {} sin salir de casa y reciba {} en paquete discreto.|{} al mejor precio, también {} con envío gratis.|Nuestra farmacia ofrece {} y {} las veinticuatro horas.|Pida {} ahora, pague al recibir {}.|Haga su pedido de {} hoy y obtenga descuento en {}.|Garantizamos {} auténtico y {} con total confidencialidad.',
  },
  {
    family: 'loans',
    lang: 'de',
    script: 'Latin',
    heads:
      'kredit ohne schufa|minikredit|sofortkredit|umschuldung|führerschein kaufen|bargeld kredit|potenzmittel|doktortitel kaufen|casino bonus|ghostwriter',
    before: 'günstiger|schneller|online|diskreter|billiger|seriöser|anonymer|legaler|bester|echter',
    after:
      'ohne vorkosten|sofort|trotz negativer schufa|auszahlung heute|rezeptfrei|per nachnahme|ohne einzahlung|mit geld zurück garantie|bestellen|vergleich',
    frames:
      'Jetzt {} beantragen und {} noch heute erhalten.|{} ohne Wartezeit, dazu {} zum Bestpreis.|Bei uns bekommen Sie {} garantiert, auch {} diskret geliefert.|{} einfach im Netz bestellen, {} inklusive.|Sichern Sie sich {} und sparen Sie bei {}.|Nur für kurze Zeit {} und kostenlos {}.',
  },
  {
    family: 'betting',
    lang: 'pt',
    script: 'Latin',
    heads:
      'tigrinho|roleta ao vivo|cassino online|jogo do aviãozinho|apostas esportivas|caça níqueis|fortune tiger|bingo valendo pix|raspadinha|mines',
    before:
      'jogar|plataforma|melhor|robô|site de|grupo de sinais|baixar|horários pagantes|cadastro|truque do',
    after:
      'pagando|grátis|no pix|com bônus|que paga na hora|sem depósito|confiável|saque imediato|dinheiro real|rodadas grátis',
    frames:
      'Cadastre-se em {} e ganhe giros com {}.|{} paga de verdade, experimente {} agora mesmo.|Aposte em {} com segurança e receba {} na hora.|Multiplique seu dinheiro jogando {} no {}.|A melhor {} do Brasil está aqui, aproveite {}.|Deposite dez reais em {} e leve cinquenta em {}.',
  },
]
