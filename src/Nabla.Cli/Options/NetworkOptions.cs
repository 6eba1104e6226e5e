using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Nabla.Cli.Networks;

namespace Nabla.Cli.Options;

/// <summary>The options that say what the network is made of.</summary>
internal sealed class NetworkOptions
{
    private const string NoLayers = "none";
    private const int MostUnits = 1 << 20;

    private readonly string _defaultKind;
    private readonly int[]? _defaultHidden;
    private readonly Option<int[]> _hidden;
    private readonly Option<Activation> _activation;
    private readonly Option<double?> _dropout;

    private readonly Option<string> _kind;

    /// <summary>Makes the options.</summary>
    /// <param name="defaultKind">The kind of network.</param>
    /// <param name="defaultHidden">
    /// Units of its dense hidden layers; null where the data decide, also about dropout.
    /// </param>
    /// <param name="defaultActivation">What follows each of them.</param>
    public NetworkOptions(string defaultKind, string? defaultHidden, string defaultActivation)
    {
        _defaultKind = defaultKind;
        string kinds = string.Join("; ", NetworkKind.All.Select(kind => $"{kind.Name}, {kind.Description}"));
        _kind = ChoiceOption.Create(
            "--model", $"Kind of network: {kinds}.",
            [defaultKind, .. NetworkKind.All.Select(kind => kind.Name).Where(name => name != defaultKind)]);
        const string ByData = "by the data";
        _defaultHidden = defaultHidden is null ? null : ParseUnits(defaultHidden);
        _dropout = NumberOptions.Real(
            "--dropout",
            $"Share of hidden values to drop while training. [default: {(defaultHidden is null ? ByData : "0")}]",
            0, limit: 1);
        _hidden = new Option<int[]>("--hidden")
        {
            Description = $"Units of the dense hidden layers, with commas, or '{NoLayers}'. "
                + $"[default: {(defaultHidden is null ? ByData : $"{defaultHidden} for {defaultKind}")}]",
            HelpName = "n,n,…",
            Arity = ArgumentArity.ExactlyOne,
            CustomParser = ParseHidden,
        };
        _activation = new Option<Activation>("--activation")
        {
            Description = $"Function after each hidden layer: {string.Join(", ", Nabla.Activation.Names)}.",
            HelpName = "name",
            DefaultValueFactory = _ => Nabla.Activation.Parse(defaultActivation),
            CustomParser = ParseActivation,
        };
    }

    /// <summary>The options, for the command that takes them.</summary>
    public IEnumerable<Option> All => [_kind, _hidden, _activation, _dropout];

    public NetworkKind Kind(ParseResult parsed) => NetworkKind.Of(parsed.GetRequiredValue(_kind));

    /// <summary>Units of the hidden layers; null where network and data decide.</summary>
    public int[]? Hidden(ParseResult parsed) =>
        parsed.GetResult(_hidden) is not null ? parsed.GetRequiredValue(_hidden)
        : Kind(parsed).Name == _defaultKind ? _defaultHidden
        : null;

    public Activation Activation(ParseResult parsed) => parsed.GetRequiredValue(_activation);

    /// <summary>The share that is dropped; null where none was given.</summary>
    public double? Dropout(ParseResult parsed) =>
        parsed.GetValue(_dropout) ?? (_defaultHidden is null ? null : 0);

    private static int[]? ParseHidden(ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        if (ParseUnits(text) is { } units)
        {
            return units;
        }

        result.AddError(
            $"--hidden wants whole numbers from 1 to {MostUnits} with commas between them, such as 128,64, "
            + $"or '{NoLayers}', not '{text}'.");
        return null;
    }

    private static int[]? ParseUnits(string text)
    {
        if (text == NoLayers)
        {
            return [];
        }

        int?[] units = [.. text.Split(',').Select(part =>
            int.TryParse(part.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out int count)
            && count is >= 1 and <= MostUnits ? count : (int?)null)];
        return units.Contains(null) ? null : [.. units.Select(count => count!.Value)];
    }

    private static Activation? ParseActivation(ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        try
        {
            return Nabla.Activation.Parse(text);
        }
        catch (ArgumentException)
        {
            result.AddError(ChoiceOption.Refusal("--activation", text, Nabla.Activation.Names));
            return null;
        }
    }
}
