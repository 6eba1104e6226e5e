using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Nabla.Configuration;

namespace Nabla.Tests.Configuration;

/// <summary>
/// Finds valid configurations of a kind by asking it: a refusal says which member it wants, and of what type.
/// </summary>
internal sealed partial class ComponentSample(ComponentEntry entry)
{
    private const int MostAttempts = 20_000;
    private const int MostCompletions = 3;
    private const int MatchTimeout = 1000;

    /// <summary>Kinds that describe themselves, with members that make sense together only.</summary>
    private static readonly Dictionary<string, string> s_examples = new(StringComparer.Ordinal)
    {
        ["functional"] = """
            {"type":"functional","version":1,
            "inputs":[{"dType":"Float32","shape":[3]},{"name":"b","dType":"Float32","shape":[2]}],
            "outputs":[2,4],"calls":[{"layer":0,"inputs":[0]},{"layer":1,"inputs":[1]},{"layer":2,"inputs":[2,3]}],
            "layers":[{"type":"dense","version":1,"units":2},{"type":"flatten","version":1},{"type":"add","version":1}]}
            """,
        ["discretization"] = """
            {"type":"discretization","version":1,"bins":null,"boundaries":[0.5,1.5]}
            """,
        ["text_vectorization"] = """
            {"type":"text_vectorization","version":1,"output":"TfIdf","sequenceLength":null,"vocabulary":["a","b"],
            "weights":[0.5,1.5]}
            """,
        ["piecewise_constant"] = """
            {"type":"piecewise_constant","version":1,"rates":[0.2,0.1],"borders":["2 epochs"]}
            """,
        ["sequence"] = """
            {"type":"sequence","version":1,"borders":["0.5 of training"],"schedules":[
            {"type":"constant","version":1,"rate":0.1},
            {"type":"cosine_decay","version":1,"startRate":0.2,"over":"5 steps"}]}
            """,
    };

    /// <summary>Names of values of each type that is written as its name.</summary>
    private static readonly Dictionary<string, string[]> s_texts = new(StringComparer.Ordinal)
    {
        ["Activation"] = ["relu", "tanh"],
        ["FactorRange"] = ["0.1 to 0.2", "-0.1 to 0.1", "1 to 2"],
        ["Period"] = ["2 steps", "3.5 epochs"],
    };

    private int _attempts;

    private JsonObject Bare => new() { ["type"] = entry.Kind, ["version"] = entry.Version };

    /// <summary>The members of the kind that stand for themselves, those that may be left out too.</summary>
    public string[] Names(JsonObject valid) => s_examples.TryGetValue(entry.Kind, out string? example)
        ? [.. AllNames(valid).Except(JsonNode.Parse(example)!.AsObject().Select(member => member.Key))]
        : AllNames(valid);

    /// <summary>Whether one configuration says all that another says; it may say defaults too.</summary>
    public static bool Holds(JsonNode? whole, JsonNode? part) => (whole, part) switch
    {
        (JsonObject a, JsonObject b) => b.All(member => Holds(a[member.Key], member.Value)),
        (JsonArray a, JsonArray b) => a.Count == b.Count && a.Zip(b).All(pair => Holds(pair.First, pair.Second)),
        _ => JsonNode.DeepEquals(whole, part),
    };

    private string[] AllNames(JsonObject valid)
    {
        Match match = KnownMembers().Match(Refusal(With(valid, "no_such_member", 0))!);
        return match.Success ? match.Groups["names"].Value.Split(", ") : [];
    }

    /// <summary>A configuration of nothing but what must be there.</summary>
    public JsonObject FindSmallest() => s_examples.TryGetValue(entry.Kind, out string? example)
        ? JsonNode.Parse(example)!.AsObject()
        : Completions(Bare).FirstOrDefault() ?? throw new InvalidOperationException(
            $"no configuration of {entry.Kind} was found in {_attempts} attempts; "
            + "make what it refuses clearer, or give an example of it here");

    /// <summary>What is written after a configuration was read.</summary>
    public JsonObject Again(JsonObject configuration) =>
        JsonNode.Parse(ComponentJson.Write(Read(configuration)))!.AsObject();

    /// <summary>Whether some other value of a member comes back, alone or together with another change.</summary>
    public bool CanChange(JsonObject valid, string name) =>
        Changes(valid, name).Any(changed => ComesBack(changed, name))
        || Names(valid).Where(other => other != name)
            .SelectMany(other => Changes(valid, other))
            .SelectMany(changed => Changes(changed, name))
            .Any(changed => ComesBack(changed, name));

    private bool ComesBack(JsonObject changed, string name) =>
        Refusal(changed) is null && Holds(Again(changed)[name], changed[name]);

    private IEnumerable<JsonObject> Changes(JsonObject valid, string name) => Candidates(ExpectedOf(valid, name))
        .SelectMany(candidate => Completions(With(valid, name, candidate)).Take(MostCompletions))
        .Where(changed => !Holds(valid[name], changed[name]));

    private string ExpectedOf(JsonObject valid, string name)
    {
        foreach (JsonNode wrong in new JsonNode[] { true, new JsonArray(true), new JsonObject { ["?"] = true } })
        {
            if (Expected().Match(Refusal(With(valid, name, wrong)) ?? "") is { Success: true } match
                && match.Groups["path"].Value == name)
            {
                return match.Groups["what"].Value;
            }
        }

        return "true or false";
    }

    // Depth first: what is missing is filled in with each candidate in turn, until the whole is accepted.
    private IEnumerable<JsonObject> Completions(JsonObject partial)
    {
        if (_attempts++ > MostAttempts)
        {
            return [];
        }

        string? refusal = Refusal(partial);
        return refusal is null ? [partial]
            : Missing().Match(refusal) is { Success: true } missing
                ? Candidates(missing.Groups["what"].Value).SelectMany(
                    candidate => Completions(WithPath(partial, missing.Groups["path"].Value, candidate)))
                : [];
    }

    private object Read(JsonObject configuration) =>
        ComponentJson.Read(configuration.ToJsonString(), entry.Family.Type);

    private string? Refusal(JsonObject configuration)
    {
        try
        {
            _ = Read(configuration);
            return null;
        }
        catch (JsonException exception)
        {
            return exception.Message;
        }
    }

    private static IEnumerable<JsonNode?> Candidates(string expected)
    {
        if (expected.EndsWith(" or null", StringComparison.Ordinal))
        {
            return Candidates(expected[..^" or null".Length]).Append(null);
        }

        if (expected.StartsWith("a list, each item ", StringComparison.Ordinal))
        {
            JsonNode?[] items = [.. Candidates(expected["a list, each item ".Length..])];
            return
            [
                .. items.Select(item => new JsonArray(item?.DeepClone())),
                .. items.Select(item => new JsonArray(item?.DeepClone(), item?.DeepClone())),
                .. items.Zip(items.Skip(1)).Select(pair => new JsonArray(
                    pair.First?.DeepClone(), pair.Second?.DeepClone())),
                new JsonArray(),
            ];
        }

        return expected.Split(' ', ',') switch
        {
            ["a", "whole", "number", ..] => [1, 0, 2, 3, 4, 8, -1],
            ["a", "number"] => [0.5, 1, 2, 0, 0.9, 0.1, 10, 100],
            ["a", "text"] => ["x", "y", "z"],
            ["true", "or", "false"] => [true, false],
            ["the", "name", "of", string type] => [.. s_texts[type].Select(text => (JsonNode)text)],
            ["one", "of", ..] => [.. Quoted().Matches(expected).Select(match => (JsonNode)match.Groups["text"].Value)],
            ["an", "object", "that", ..] => [new JsonObject()],
            ["an", "object", ..] =>
            [
                .. Candidates(expected["an object, each member ".Length..])
                    .Select(item => new JsonObject { ["a"] = item?.DeepClone() }),
            ],
            _ => OfFamily(expected),
        };
    }

    // Kinds that need others of their family would ask for themselves without end.
    private static IEnumerable<JsonNode> OfFamily(string expected) => ComponentRegistry.Entries
        .Where(other => expected.Split(',')[0] == $"a {other.Family.Name}")
        .OrderBy(other => other.Kind, StringComparer.Ordinal)
        .Select(other => new ComponentSample(other).SmallestAlone())
        .OfType<JsonNode>()
        .Take(3);

    private JsonObject? SmallestAlone() =>
        Refusal(Bare) is { } refusal && refusal.Contains($"a {entry.Family.Name}", StringComparison.Ordinal)
            ? null
            : Completions(Bare).FirstOrDefault();

    private static JsonObject With(JsonObject configuration, string name, JsonNode? value)
    {
        JsonObject changed = configuration.DeepClone().AsObject();
        changed[name] = value?.DeepClone();
        return changed;
    }

    private static JsonObject WithPath(JsonObject configuration, string path, JsonNode? value)
    {
        JsonObject changed = configuration.DeepClone().AsObject();
        string[] steps = path.Split('.', '[');
        JsonNode place = changed;
        foreach (string step in steps[..^1])
        {
            place = step.EndsWith(']') ? place[int.Parse(step[..^1])]! : place[step]!;
        }

        place[steps[^1]] = value?.DeepClone();
        return changed;
    }

    [GeneratedRegex(@"^(?<path>\S+): expected (?<what>.*) but it is missing$", RegexOptions.None, MatchTimeout)]
    private static partial Regex Missing();

    [GeneratedRegex(@"^(?<path>\S+): expected (?<what>.*?),? but got ", RegexOptions.None, MatchTimeout)]
    private static partial Regex Expected();

    [GeneratedRegex("has no such member; it has (?!none)(?<names>.*)$", RegexOptions.None, MatchTimeout)]
    private static partial Regex KnownMembers();

    [GeneratedRegex("\"(?<text>[^\"]+)\"", RegexOptions.None, MatchTimeout)]
    private static partial Regex Quoted();
}
