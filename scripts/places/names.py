"""What is decided by hand: names better than the sources', further cities, and words people search by."""

# Names that the sources have wrong or lack, by zone: Chinese, English.
CITIES = {
    "America/Coyhaique": ("科伊艾克", "Coyhaique"),
    "America/Dominica": ("多米尼克", "Dominica"),
    "Asia/Oral": ("乌拉尔", "Oral"),
    "Pacific/Galapagos": ("加拉帕戈斯", "Galápagos"),
    "Pacific/Norfolk": ("诺福克岛", "Norfolk Island"),
    "UTC": ("UTC", "UTC"),
}

# Countries as src/exchange/moment/cities.txt has them, and shorter ones: Chinese, English.
COUNTRIES = {
    "AE": ("阿联酋", "United Arab Emirates"),
    "BQ": ("荷属加勒比", "Caribbean Netherlands"),
    "CC": ("科科斯群岛", "Cocos Islands"),
    "HK": ("中国", "China"),
    "MM": ("缅甸", "Myanmar"),
    "MO": ("中国", "China"),
    "PS": ("巴勒斯坦", "Palestine"),
    "TW": ("中国台湾", "Taiwan, China"),
    "UM": ("美国", "United States"),
    "ZZ": ("协调世界时", "Coordinated Universal Time"),
}

# Other words for countries, by Chinese name.
COUNTRY_WORDS = {
    "阿联酋": "UAE",
    "韩国": "Korea",
    "荷兰": "Holland",
    "捷克": "Czech Republic",
    "科特迪瓦": "Ivory Coast,象牙海岸",
    "美国": "US,USA,America",
    "缅甸": "Burma",
    "斯威士兰": "Swaziland",
    "土耳其": "Turkey",
    "英国": "UK,Great Britain,Britain,England,Scotland,Wales,英格兰,苏格兰",
    "中国台湾": "台湾",
}

# Other words for the city of a zone: abbreviations of the zone's time, other spellings, what lies around it.
WORDS = {
    "Africa/Johannesburg": "SAST",
    "Africa/Lagos": "WAT",
    "Africa/Nairobi": "EAT",
    "America/Anchorage": "AKST,AKDT,Alaska,阿拉斯加",
    "America/Chicago": "CST,CDT,CT,Texas,得克萨斯",
    "America/Denver": "MST,MDT,MT,Colorado",
    "America/Halifax": "AST,ADT",
    "America/Havana": "CST",
    "America/Los_Angeles": "PST,PDT,PT,California,加利福尼亚,加州",
    "America/New_York": "EST,EDT,ET,NYC",
    "America/Phoenix": "MST,Arizona",
    "America/Sao_Paulo": "BRT",
    "America/St_Johns": "NST,NDT,Newfoundland,纽芬兰",
    "Asia/Bangkok": "ICT",
    "Asia/Dhaka": "BST",
    "Asia/Dubai": "GST",
    "Asia/Ho_Chi_Minh": "ICT,西贡",
    "Asia/Hong_Kong": "HKT",
    "Asia/Jakarta": "WIB",
    "Asia/Jerusalem": "IST,IDT",
    "Asia/Karachi": "PKT",
    "Asia/Kolkata": "IST",
    "Asia/Kuala_Lumpur": "MYT",
    "Asia/Manila": "PHT",
    "Asia/Seoul": "KST,汉城",
    "Asia/Shanghai": "CST",
    "Asia/Singapore": "SGT",
    "Asia/Tokyo": "JST",
    "Asia/Urumqi": "新疆,Xinjiang",
    "Asia/Vladivostok": "海参崴",
    "Australia/Adelaide": "ACST,ACDT",
    "Australia/Brisbane": "AEST,Queensland",
    "Australia/Darwin": "ACST",
    "Australia/Hobart": "Tasmania,塔斯马尼亚",
    "Australia/Melbourne": "AEST,AEDT,Victoria",
    "Australia/Perth": "AWST",
    "Australia/Sydney": "AEST,AEDT,雪梨",
    "Europe/Amsterdam": "CET,CEST",
    "Europe/Athens": "EET,EEST",
    "Europe/Berlin": "CET,CEST",
    "Europe/Dublin": "IST",
    "Europe/Helsinki": "EET,EEST",
    "Europe/Istanbul": "TRT",
    "Europe/Kyiv": "EET,EEST",
    "Europe/Lisbon": "WET,WEST",
    "Europe/London": "GMT,BST",
    "Europe/Madrid": "CET,CEST",
    "Europe/Moscow": "MSK",
    "Europe/Paris": "CET,CEST",
    "Europe/Rome": "CET,CEST",
    "Pacific/Auckland": "NZST,NZDT",
    "Pacific/Honolulu": "HST,Hawaii,夏威夷",
    "UTC": "Z,GMT,世界时,格林尼治",
}

# Cities of cities.txt that have other names.
CITY_WORDS = {
    "Beijing": "Peking",
    "Mumbai": "Bombay",
    "New Delhi": "Delhi,德里",
    "San Francisco": "三藩市,Bay Area,湾区",
    "Washington": "DC,华府",
}

# Cities that people look for and that have no zone of their own: zone, then Chinese, English, other words.
FURTHER = """
Africa/Cairo|亚历山大|Alexandria|
Africa/Casablanca|拉巴特|Rabat|
Africa/Johannesburg|比勒陀利亚|Pretoria|
Africa/Johannesburg|开普敦|Cape Town|
Africa/Lagos|阿布贾|Abuja|
America/Bogota|麦德林|Medellín|
America/Chicago|奥斯汀|Austin|
America/Chicago|达拉斯|Dallas|
America/Chicago|明尼阿波利斯|Minneapolis|
America/Chicago|新奥尔良|New Orleans|
America/Chicago|休斯敦|Houston|休斯顿
America/Denver|盐湖城|Salt Lake City|
America/Edmonton|卡尔加里|Calgary|
America/Guayaquil|基多|Quito|
America/Los_Angeles|波特兰|Portland|
America/Los_Angeles|圣迭戈|San Diego|圣地亚哥
America/Los_Angeles|圣何塞|San Jose|Silicon Valley,硅谷
America/Los_Angeles|拉斯维加斯|Las Vegas|
America/Mexico_City|瓜达拉哈拉|Guadalajara|
America/New_York|费城|Philadelphia|
America/New_York|迈阿密|Miami|
America/New_York|亚特兰大|Atlanta|
America/Sao_Paulo|巴西利亚|Brasília|
America/Sao_Paulo|里约热内卢|Rio de Janeiro|
America/Toronto|蒙特利尔|Montréal|
America/Toronto|渥太华|Ottawa|
Asia/Almaty|阿斯塔纳|Astana|
Asia/Bangkok|普吉|Phuket|
Asia/Bangkok|清迈|Chiang Mai|
Asia/Dubai|阿布扎比|Abu Dhabi|
Asia/Ho_Chi_Minh|岘港|Da Nang|
Asia/Jakarta|泗水|Surabaya|
Asia/Jerusalem|特拉维夫|Tel Aviv|
Asia/Karachi|拉合尔|Lahore|
Asia/Karachi|伊斯兰堡|Islamabad|
Asia/Kolkata|班加罗尔|Bengaluru|Bangalore
Asia/Kolkata|海得拉巴|Hyderabad|
Asia/Kolkata|金奈|Chennai|Madras
Asia/Kolkata|浦那|Pune|
Asia/Kuala_Lumpur|槟城|Penang|
Asia/Makassar|巴厘岛|Bali|
Asia/Manila|宿务|Cebu|
Asia/Qatar|多哈|Doha|
Asia/Riyadh|吉达|Jeddah|
Asia/Seoul|釜山|Busan|
Asia/Shanghai|长春|Changchun|
Asia/Shanghai|长沙|Changsha|
Asia/Shanghai|成都|Chengdu|
Asia/Shanghai|重庆|Chongqing|
Asia/Shanghai|大连|Dalian|
Asia/Shanghai|福州|Fuzhou|
Asia/Shanghai|广州|Guangzhou|Canton
Asia/Shanghai|哈尔滨|Harbin|
Asia/Shanghai|杭州|Hangzhou|
Asia/Shanghai|合肥|Hefei|
Asia/Shanghai|济南|Jinan|
Asia/Shanghai|昆明|Kunming|
Asia/Shanghai|拉萨|Lhasa|
Asia/Shanghai|南京|Nanjing|
Asia/Shanghai|宁波|Ningbo|
Asia/Shanghai|青岛|Qingdao|
Asia/Shanghai|沈阳|Shenyang|
Asia/Shanghai|苏州|Suzhou|
Asia/Shanghai|天津|Tianjin|
Asia/Shanghai|武汉|Wuhan|
Asia/Shanghai|西安|Xi’an|
Asia/Shanghai|厦门|Xiamen|
Asia/Shanghai|郑州|Zhengzhou|
Asia/Taipei|高雄|Kaohsiung|
Asia/Taipei|新竹|Hsinchu|
Asia/Tokyo|大阪|Osaka|
Asia/Tokyo|福冈|Fukuoka|
Asia/Tokyo|横滨|Yokohama|
Asia/Tokyo|京都|Kyoto|
Asia/Tokyo|名古屋|Nagoya|
Asia/Tokyo|札幌|Sapporo|
Australia/Brisbane|黄金海岸|Gold Coast|
Australia/Sydney|堪培拉|Canberra|
Europe/Berlin|杜塞尔多夫|Düsseldorf|
Europe/Berlin|汉堡|Hamburg|
Europe/Berlin|科隆|Cologne|Köln
Europe/Berlin|慕尼黑|Munich|München
Europe/Berlin|斯图加特|Stuttgart|
Europe/Istanbul|安卡拉|Ankara|
Europe/Lisbon|波尔图|Porto|
Europe/London|爱丁堡|Edinburgh|
Europe/London|曼彻斯特|Manchester|
Europe/Madrid|巴塞罗那|Barcelona|
Europe/Moscow|圣彼得堡|St. Petersburg|
Europe/Paris|里昂|Lyon|
Europe/Paris|马赛|Marseille|
Europe/Rome|米兰|Milan|
Europe/Warsaw|克拉科夫|Kraków|
Europe/Zurich|巴塞尔|Basel|
Europe/Zurich|伯尔尼|Bern|
Europe/Zurich|日内瓦|Geneva|
Pacific/Auckland|惠灵顿|Wellington|
Pacific/Auckland|基督城|Christchurch|
"""

# What is offered before anything is typed, and first among equals after.
USEFUL = """
Asia/Shanghai Asia/Hong_Kong Asia/Taipei Asia/Singapore Asia/Tokyo Asia/Seoul Asia/Bangkok Asia/Kolkata
Asia/Dubai Europe/London Europe/Paris Europe/Berlin Europe/Moscow America/New_York America/Chicago
America/Denver America/Los_Angeles America/Toronto America/Sao_Paulo Australia/Sydney Pacific/Auckland UTC
""".split()

# Next among equals: where most of a country lives.
THEN = """
Europe/Madrid Europe/Lisbon America/Mexico_City America/Santiago Asia/Tashkent Asia/Ulaanbaatar Asia/Nicosia America/Nuuk
Pacific/Tarawa
""".split()

# Names that IANA links across a border, or keeps as zones of their own, and the zone of the place itself.
OLD_NAMES = {
    "Africa/Asmera": "Africa/Asmara",
    "Africa/Timbuktu": "Africa/Bamako",
    "America/Coral_Harbour": "America/Atikokan",
    "America/Virgin": "America/St_Thomas",
    "Atlantic/Jan_Mayen": "Arctic/Longyearbyen",
    "CST6CDT": "America/Chicago",
    "EST5EDT": "America/New_York",
    "Etc/GMT": "UTC",
    "Etc/UTC": "UTC",
    "Iceland": "Atlantic/Reykjavik",
    "MST7MDT": "America/Denver",
    "PST8PDT": "America/Los_Angeles",
    "Pacific/Ponape": "Pacific/Pohnpei",
    "Pacific/Truk": "Pacific/Chuuk",
    "Pacific/Yap": "Pacific/Chuuk",
}

# How a character is read in the names here, where its commonest reading is another.
READINGS = {"勒": "le", "都": "du", "什": "shi", "佛": "fo"}
