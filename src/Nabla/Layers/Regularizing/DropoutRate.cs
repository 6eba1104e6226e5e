namespace Nabla;

/// <summary>The rate of the layers that drop or disturb elements.</summary>
internal static class DropoutRate
{
    public static double Check(double rate, string layer) =>
        rate is >= 0 and < 1
            ? rate
            : throw new ArgumentOutOfRangeException(
                nameof(rate), rate, $"{layer} takes a rate of 0 or more and less than 1, such as 0.2.");
}
