//! Places by which people name zones.

/// A city and its zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct City {
    /// Its name in Chinese.
    pub zh: &'static str,
    /// Its name in English.
    pub en: &'static str,
    /// Its country in Chinese and in English.
    pub country: (&'static str, &'static str),
    /// Its IANA zone.
    pub zone: &'static str,
}

/// The cities known by name; the first of a zone is the one the zone is called after.
#[must_use]
pub const fn cities() -> &'static [City] {
    CITIES
}

const fn city(
    zh: &'static str,
    en: &'static str,
    country: (&'static str, &'static str),
    zone: &'static str,
) -> City {
    City {
        zh,
        en,
        country,
        zone,
    }
}

#[rustfmt::skip]
const CITIES: &[City] = &[
    city("北京", "Beijing", ("中国", "China"), "Asia/Shanghai"),
    city("上海", "Shanghai", ("中国", "China"), "Asia/Shanghai"),
    city("深圳", "Shenzhen", ("中国", "China"), "Asia/Shanghai"),
    city("乌鲁木齐", "Urumqi", ("中国", "China"), "Asia/Urumqi"),
    city("香港", "Hong Kong", ("中国", "China"), "Asia/Hong_Kong"),
    city("澳门", "Macau", ("中国", "China"), "Asia/Macau"),
    city("台北", "Taipei", ("中国台湾", "Taiwan, China"), "Asia/Taipei"),
    city("新加坡", "Singapore", ("新加坡", "Singapore"), "Asia/Singapore"),
    city("东京", "Tokyo", ("日本", "Japan"), "Asia/Tokyo"),
    city("首尔", "Seoul", ("韩国", "South Korea"), "Asia/Seoul"),
    city("曼谷", "Bangkok", ("泰国", "Thailand"), "Asia/Bangkok"),
    city("河内", "Hanoi", ("越南", "Vietnam"), "Asia/Bangkok"),
    city("胡志明市", "Ho Chi Minh City", ("越南", "Vietnam"), "Asia/Ho_Chi_Minh"),
    city("雅加达", "Jakarta", ("印度尼西亚", "Indonesia"), "Asia/Jakarta"),
    city("吉隆坡", "Kuala Lumpur", ("马来西亚", "Malaysia"), "Asia/Kuala_Lumpur"),
    city("马尼拉", "Manila", ("菲律宾", "Philippines"), "Asia/Manila"),
    city("新德里", "New Delhi", ("印度", "India"), "Asia/Kolkata"),
    city("孟买", "Mumbai", ("印度", "India"), "Asia/Kolkata"),
    city("加德满都", "Kathmandu", ("尼泊尔", "Nepal"), "Asia/Kathmandu"),
    city("达卡", "Dhaka", ("孟加拉国", "Bangladesh"), "Asia/Dhaka"),
    city("卡拉奇", "Karachi", ("巴基斯坦", "Pakistan"), "Asia/Karachi"),
    city("迪拜", "Dubai", ("阿联酋", "United Arab Emirates"), "Asia/Dubai"),
    city("利雅得", "Riyadh", ("沙特阿拉伯", "Saudi Arabia"), "Asia/Riyadh"),
    city("德黑兰", "Tehran", ("伊朗", "Iran"), "Asia/Tehran"),
    city("耶路撒冷", "Jerusalem", ("以色列", "Israel"), "Asia/Jerusalem"),
    city("伊斯坦布尔", "Istanbul", ("土耳其", "Türkiye"), "Europe/Istanbul"),
    city("莫斯科", "Moscow", ("俄罗斯", "Russia"), "Europe/Moscow"),
    city("伦敦", "London", ("英国", "United Kingdom"), "Europe/London"),
    city("都柏林", "Dublin", ("爱尔兰", "Ireland"), "Europe/Dublin"),
    city("里斯本", "Lisbon", ("葡萄牙", "Portugal"), "Europe/Lisbon"),
    city("巴黎", "Paris", ("法国", "France"), "Europe/Paris"),
    city("柏林", "Berlin", ("德国", "Germany"), "Europe/Berlin"),
    city("法兰克福", "Frankfurt", ("德国", "Germany"), "Europe/Berlin"),
    city("马德里", "Madrid", ("西班牙", "Spain"), "Europe/Madrid"),
    city("罗马", "Rome", ("意大利", "Italy"), "Europe/Rome"),
    city("苏黎世", "Zurich", ("瑞士", "Switzerland"), "Europe/Zurich"),
    city("阿姆斯特丹", "Amsterdam", ("荷兰", "Netherlands"), "Europe/Amsterdam"),
    city("布鲁塞尔", "Brussels", ("比利时", "Belgium"), "Europe/Brussels"),
    city("维也纳", "Vienna", ("奥地利", "Austria"), "Europe/Vienna"),
    city("斯德哥尔摩", "Stockholm", ("瑞典", "Sweden"), "Europe/Stockholm"),
    city("华沙", "Warsaw", ("波兰", "Poland"), "Europe/Warsaw"),
    city("雅典", "Athens", ("希腊", "Greece"), "Europe/Athens"),
    city("基辅", "Kyiv", ("乌克兰", "Ukraine"), "Europe/Kyiv"),
    city("开罗", "Cairo", ("埃及", "Egypt"), "Africa/Cairo"),
    city("拉各斯", "Lagos", ("尼日利亚", "Nigeria"), "Africa/Lagos"),
    city("内罗毕", "Nairobi", ("肯尼亚", "Kenya"), "Africa/Nairobi"),
    city("约翰内斯堡", "Johannesburg", ("南非", "South Africa"), "Africa/Johannesburg"),
    city("卡萨布兰卡", "Casablanca", ("摩洛哥", "Morocco"), "Africa/Casablanca"),
    city("纽约", "New York", ("美国", "United States"), "America/New_York"),
    city("华盛顿", "Washington", ("美国", "United States"), "America/New_York"),
    city("波士顿", "Boston", ("美国", "United States"), "America/New_York"),
    city("芝加哥", "Chicago", ("美国", "United States"), "America/Chicago"),
    city("丹佛", "Denver", ("美国", "United States"), "America/Denver"),
    city("凤凰城", "Phoenix", ("美国", "United States"), "America/Phoenix"),
    city("洛杉矶", "Los Angeles", ("美国", "United States"), "America/Los_Angeles"),
    city("旧金山", "San Francisco", ("美国", "United States"), "America/Los_Angeles"),
    city("西雅图", "Seattle", ("美国", "United States"), "America/Los_Angeles"),
    city("檀香山", "Honolulu", ("美国", "United States"), "Pacific/Honolulu"),
    city("多伦多", "Toronto", ("加拿大", "Canada"), "America/Toronto"),
    city("温哥华", "Vancouver", ("加拿大", "Canada"), "America/Vancouver"),
    city("墨西哥城", "Mexico City", ("墨西哥", "Mexico"), "America/Mexico_City"),
    city("圣保罗", "São Paulo", ("巴西", "Brazil"), "America/Sao_Paulo"),
    city("布宜诺斯艾利斯", "Buenos Aires", ("阿根廷", "Argentina"), "America/Argentina/Buenos_Aires"),
    city("圣地亚哥", "Santiago", ("智利", "Chile"), "America/Santiago"),
    city("波哥大", "Bogotá", ("哥伦比亚", "Colombia"), "America/Bogota"),
    city("悉尼", "Sydney", ("澳大利亚", "Australia"), "Australia/Sydney"),
    city("墨尔本", "Melbourne", ("澳大利亚", "Australia"), "Australia/Melbourne"),
    city("布里斯班", "Brisbane", ("澳大利亚", "Australia"), "Australia/Brisbane"),
    city("阿德莱德", "Adelaide", ("澳大利亚", "Australia"), "Australia/Adelaide"),
    city("珀斯", "Perth", ("澳大利亚", "Australia"), "Australia/Perth"),
    city("奥克兰", "Auckland", ("新西兰", "New Zealand"), "Pacific/Auckland"),
];

#[cfg(test)]
mod tests {
    use super::cities;
    use crate::engine::Zone;

    #[test]
    fn every_city_has_a_zone() {
        for city in cities() {
            assert!(
                city.zone.parse::<Zone>().is_ok(),
                "{} has no zone {}",
                city.en,
                city.zone
            );
        }
    }
}
