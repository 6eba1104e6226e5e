using System.Collections.Concurrent;
using System.Globalization;

namespace Nabla;

/// <summary>Activations by name; some take numbers, as in <c>hard_tanh(-1, 1)</c>.</summary>
internal static class ActivationTable
{
    // From the numbers to the activation; null when it takes other numbers.
    private static readonly ConcurrentDictionary<string, Func<double[], Activation?>> s_known =
        new(StringComparer.Ordinal);

    public static IReadOnlyList<string> Names => [.. s_known.Keys.Order(StringComparer.Ordinal)];

    public static bool TryAdd(Activation activation) =>
        s_known.TryAdd(activation.Name, numbers => numbers.Length == 0 ? activation : null);

    public static void Add(string name, Func<Activation>? usual, Func<double, Activation> create) =>
        s_known[name] = numbers => numbers switch
        {
            [] => usual?.Invoke(),
            [double number] => create(number),
            _ => null,
        };

    public static void Add(string name, Func<Activation>? usual, Func<double, double, Activation> create) =>
        s_known[name] = numbers => numbers switch
        {
            [] => usual?.Invoke(),
            [double first, double second] => create(first, second),
            _ => null,
        };

    public static Activation Find(string text)
    {
        int open = text.IndexOf('(');
        string name = open < 0 ? text : text[..open];
        double[]? numbers = open < 0 ? [] : Numbers(text[open..]);
        return numbers is not null && s_known.TryGetValue(name, out Func<double[], Activation?>? create)
            && create(numbers) is { } activation
                ? activation
                : throw new ArgumentException(
                    $"There is no activation '{text}'; those there are: {string.Join(", ", Names)}; "
                    + "some take numbers, as in leaky_relu(0.2) and hard_tanh(-1, 1).", nameof(text));
    }

    private static double[]? Numbers(string list)
    {
        if (!list.EndsWith(')'))
        {
            return null;
        }

        double?[] numbers = Array.ConvertAll(
            list[1..^1].Split(','),
            part => double.TryParse(part, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
                && double.IsFinite(number) ? number : (double?)null);
        return numbers.Contains(null) ? null : [.. numbers.OfType<double>()];
    }
}
