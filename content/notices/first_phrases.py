"""The phrases a new site begins with. Staff change them and add their own.

Whoever changes one here moves its former texts to `FORMER_PHRASES`: `update_shipped_texts` brings sites up to date by
them where nobody on the staff has changed the phrase.
"""

FIRST_PHRASES = (
    (
        "fire",
        "Forest fire: {place}. Leave the forest at once by the way you came. Fire service: 101 in Russia, 119 in "
        "China.",
        "Лесной пожар: {place}. Немедленно выходите из леса той же дорогой, какой пришли. Пожарная охрана: в России "
        "101, в Китае 119.",
        "森林火灾：{place}。请立即沿原路撤离林区。火警电话：俄罗斯101，中国119。",
    ),
    (
        "fire",
        "Smoke from a fire nearby: {place}. Do not set out; if you are on the trail, turn back.",
        "Поблизости пожар, возможно задымление: {place}. Не выходите на маршрут, а если вы в пути — возвращайтесь.",
        "附近有火情，可能有浓烟：{place}。请勿出发；已在途中的，请原路返回。",
    ),
    (
        "closure",
        "Closed to visitors until the end of {until}: {place}. We write to everybody who has booked.",
        "Закрыто для посещения по {until} включительно: {place}. Всем, у кого есть бронь, мы напишем.",
        "{place}暂停开放至{until}（含当日）。我们会发邮件通知所有已预订的访客。",
    ),
    (
        "safety",
        "A tiger or leopard was seen near the path: {place}. Do not walk alone, keep children beside you, never run.",
        "Рядом с тропой замечен тигр или леопард: {place}. Не ходите по одному, держите детей рядом, не бегите.",
        "步道附近发现虎豹活动：{place}。请勿单独行走，看护好身边的儿童，切勿奔跑。",
    ),
    (
        "safety",
        "High water: {place}. Do not wade through streams; turn back by the way you came.",
        "Подъём воды: {place}. Не переходите ручьи вброд, возвращайтесь той же дорогой.",
        "水位上涨：{place}。切勿涉水过溪，请原路返回。",
    ),
    (
        "weather",
        "Typhoon warning until the end of {until}: {place}. Walks do not take place; do not set out.",
        "Предупреждение о тайфуне по {until} включительно: {place}. Экскурсии отменены, не выходите на маршрут.",
        "台风预警，有效期至{until}（含当日）：{place}。导览活动取消，请勿出发。",
    ),
    (
        "border",
        "Border zone closed until the end of {until}: {place}. Permits already given do not hold on these days.",
        "Пограничная зона закрыта по {until} включительно: {place}. Выданные пропуска в эти дни не действуют.",
        "边境地区暂停通行至{until}（含当日）：{place}。已发放的许可证在此期间无效。",
    ),
)

# Former texts in the three languages, and the place above of the phrase they have become.
FORMER_PHRASES = (
    (
        (
            "Smoke from a fire nearby: {place}. Do not set out; if you are on the trail, turn back.",
            "Поблизости пожар, возможно задымление: {place}. Не выходите на маршрут, а если вы в пути — возвращайтесь.",
            "附近有火情，可能出现浓烟：{place}。请勿出发；已在途中的请原路返回。",
        ),
        1,
    ),
    (
        (
            "Closed to visitors until the end of {until}: {place}. We write to everybody who has booked.",
            "Закрыто для посещения по {until} включительно: {place}. Всем, у кого есть бронь, мы напишем.",
            "{place}暂停开放，至{until}（含当日）。我们会发邮件通知所有已预订的访客。",
        ),
        2,
    ),
    (
        (
            "Typhoon warning until the end of {until}: {place}. Walks do not take place; do not set out.",
            "Предупреждение о тайфуне по {until} включительно: {place}. Экскурсии отменены, не выходите на маршрут.",
            "台风预警，有效期至{until}：{place}。导览活动暂停，请勿出发。",
        ),
        5,
    ),
    (
        (
            "Border zone closed until the end of {until}: {place}. Permits already given do not hold on these days.",
            "Пограничная зона закрыта по {until} включительно: {place}. Выданные пропуска в эти дни не действуют.",
            "边境地区：{place}暂停通行，至{until}（含当日）。已发放的许可证在此期间无效。",
        ),
        6,
    ),
)
