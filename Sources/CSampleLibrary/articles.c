#include "CSampleLibrary.h"

static const unsigned char talent_factory[] = {
#embed "Articles/talent-factory.md"
};
static const unsigned char ai_hub[] = {
#embed "Articles/ai-hub.md"
};
static const unsigned char national_strategy[] = {
#embed "Articles/national-strategy.md"
};
static const unsigned char china_partnership[] = {
#embed "Articles/china-partnership.md"
};
static const unsigned char ai_at_work[] = {
#embed "Articles/ai-at-work.md"
};
static const unsigned char talenta_digital[] = {
#embed "Articles/talenta-digital.md"
};
static const unsigned char tenaga_kerja[] = {
#embed "Articles/tenaga-kerja.md"
};
static const unsigned char kemitraan_ai[] = {
#embed "Articles/kemitraan-ai.md"
};

static const tanya_embedded_file articles[] = {
    {"sample/talent-factory.md", talent_factory, sizeof talent_factory},
    {"sample/ai-hub.md", ai_hub, sizeof ai_hub},
    {"sample/national-strategy.md", national_strategy, sizeof national_strategy},
    {"sample/china-partnership.md", china_partnership, sizeof china_partnership},
    {"sample/ai-at-work.md", ai_at_work, sizeof ai_at_work},
    {"sample/talenta-digital.md", talenta_digital, sizeof talenta_digital},
    {"sample/tenaga-kerja.md", tenaga_kerja, sizeof tenaga_kerja},
    {"sample/kemitraan-ai.md", kemitraan_ai, sizeof kemitraan_ai},
};

const tanya_embedded_file *tanya_sample_articles(void) { return articles; }

size_t tanya_sample_article_count(void) { return sizeof articles / sizeof articles[0]; }
