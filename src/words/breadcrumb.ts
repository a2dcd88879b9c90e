/** Names of a site's first page, where trails of links begin. Lower case. */
export const HOME_WORDS: ReadonlySet<string> = new Set(
  (
    'home|homepage|home page|main page|front page|start|startseite|accueil|page d’accueil|inicio|portada|início|página inicial|home principale|pagina iniziale|voorpagina|hem|startsida|hjem|forside|forsiden|etusivu|' +
    'strona główna|domů|domov|úvod|kezdőlap|acasă|ana sayfa|anasayfa|beranda|halaman utama|laman utama|trang chủ|главная|главная страница|головна|начало|αρχική|αρχική σελίδα|' +
    'الرئيسية|الصفحة الرئيسية|خانه|צפחת הבית|דף הבית|होम|मुख्य पृष्ठ|หน้าแรก|หน้าหลัก|' +
    '首页|首頁|网站首页|主页|主頁|新闻首页|ホーム|トップ|トップページ|home|홈|처음으로'
  ).split('|'),
)

/** Words that announce a trail, before it. Lower case, a colon may follow. */
export const TRAIL_LEADS: readonly string[] = [
  'you are here',
  'sie sind hier',
  'sie befinden sich hier',
  'vous êtes ici',
  'estás aquí',
  'está aquí',
  'ti trovi in',
  'sei qui',
  'você está aqui',
  'je bent hier',
  'вы здесь',
  '您的位置',
  '您现在的位置',
  '您当前的位置',
  '您所在的位置',
  '当前位置',
  '當前位置',
  '你的位置',
  '所在位置',
  '현재 위치',
  '現在位置',
  '現在地',
]
