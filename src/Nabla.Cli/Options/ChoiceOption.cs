using System.CommandLine;
using Nabla.Cli.CommandLine;

namespace Nabla.Cli.Options;

/// <summary>Options that take one of a few words.</summary>
internal static class ChoiceOption
{
    /// <summary>Makes one; the first word is the default.</summary>
    public static Option<string> Create(
        string name, string description, params IReadOnlyList<string> words) => new(name)
        {
            Description = description,
            HelpName = string.Join('|', words),
            DefaultValueFactory = _ => words[0],
            CustomParser = result =>
            {
                string text = result.Tokens[0].Value;
                if (!words.Contains(text))
                {
                    result.AddError(Refusal(name, text, words));
                }

                return text;
            },
        };

    /// <summary>What to say of a word that is none of those there are.</summary>
    public static string Refusal(string option, string text, IReadOnlyList<string> words)
    {
        string guess = EditDistance.Nearest(text, words) is { } meant ? $"; did you mean '{meant}'?" : ".";
        return $"{option} wants one of {string.Join(", ", words)}, not '{text}'{guess}";
    }
}
