#include "cli/cache.h"

#include <fmt/format.h>

#include "base/program.h"
#include "base/standard_streams.h"
#include "render/place.h"
#include "render/tally.h"

namespace guidec {
namespace {

namespace po = boost::program_options;

constexpr AllowedValue kCacheActions[] = {{"info", "where the cache lies and what it holds"},
                                          {"clear", "removes what guidec has put there"}};

// The cache that the environment names, whoever may write to it.
Result<Cache> CacheOf(bool is_off, Cli& cli) {
  const auto limit = CacheLimit();
  if (!limit) return tl::unexpected(limit.error());
  return Cache(cli.files, CacheFolder(), is_off ? 0 : *limit, is_off ? "" : ProgramId(),
               cli.secrets.cache_key.value_or(""));
}

bool ShowInfo(const Cache& cache) {
  const CacheUsage usage = cache.Usage();
  return Print(fmt::format("folder   {}\nentries  {}\nsize     {}\nlimit    {}\n", cache.folder().string(),
                           usage.entries, HumanSize(usage.bytes),
                           cache.is_on() ? HumanSize(cache.limit()) : "0 B: nothing is kept"));
}

int RunCache(const po::variables_map& options, Cli& cli) {
  const std::vector<std::string> arguments = ArgumentsOf(options);
  if (arguments.size() != 1) return UsageError("name what to do: `guidec cache info` or `clear`", "cache");
  if (const auto error = CheckAllowed(arguments.front(), "action", "guidec cache", kCacheActions))
    return Fail(*error);
  const auto cache = CacheOf(false, cli);
  if (!cache) return Fail(cache.error());
  if (cache->folder().empty())
    return Fail({"there is no folder for a cache: HOME is not set", "set GUIDEC_CACHE_DIR"});
  if (arguments.front() == "info") return ShowInfo(*cache) ? kClean : kFailed;
  const CacheUsage removed = cache->Clear();
  const std::string what = removed.entries == 1 ? "1 entry" : fmt::format("{} entries", removed.entries);
  const CacheUsage left = cache->Usage();
  if (left.entries > 0) {
    return Fail({fmt::format("`{}` still holds {} of them", cache->folder().string(), left.entries),
                 "check the permissions of the folder"});
  }
  return Print(fmt::format("removed {}, {}\n", what, HumanSize(removed.bytes))) ? kClean : kFailed;
}

}  // namespace

Result<Cache> OpenCache(const po::variables_map& options, Cli& cli) {
  const bool is_off = options.contains(std::string(kNoCacheOption.name)) &&
                      options[std::string(kNoCacheOption.name)].as<bool>();
  auto cache = CacheOf(is_off, cli);
  if (!cache || !cache->is_on()) return cache;
  if (const auto untrusted = cache->Untrusted()) {
    Say("warning: the cache is not used, because others may write to `{}`\n"
        "  hint: `chmod -R go-w` it, if it is yours and its content is yours; set GUIDEC_CACHE_KEY to "
        "share it\n",
        Printable(untrusted->string()));
    return CacheOf(true, cli);
  }
  return cache;
}

const CommandSpec cache_command = {
    .name = "cache",
    .arguments = "info|clear",
    .argument = Takes::kText,
    .allowed_arguments = kCacheActions,
    .summary = "show or empty what guidec keeps between runs",
    .details =
        "`lint` and `build` keep their results, and what dictionaries say of words, and use them again\n"
        "while nothing that they are made from has changed. The folder is $GUIDEC_CACHE_DIR, else\n"
        "$XDG_CACHE_HOME/guidec, else ~/.cache/guidec; it may be deleted at any time. It stays below\n"
        "$GUIDEC_CACHE_SIZE megabytes, 512 when that is not set; 0 keeps nothing.\n\n"
        "A folder that others may write to is not used, since whoever writes an entry decides what is\n"
        "found. To share one between people or machines, give all of them the same secret in\n"
        "$GUIDEC_CACHE_KEY: then only entries are used that somebody with the secret has made.",
    .run = RunCache,
};

}  // namespace guidec
