using Nabla.Primitives;

namespace Nabla.Testing;

/// <summary>Made-up numbers: a function of stream and position, the same on every run and machine.</summary>
internal static class SampleValues
{
    // Wider than any step of a difference quotient.
    private const double Clearance = 0.01;

    private const ulong Key = 0x6e61626c61;

    public static double[] Of(CheckInput input, bool isFloating, int stream)
    {
        var values = new double[input.Shape.ElementCount];
        for (int i = 0; i < values.Length; i++)
        {
            double value = input.Low + (Philox.UniformDouble(Key, (ulong)stream, (ulong)i) * (input.High - input.Low));
            values[i] = isFloating ? Clear(input, value) : Math.Floor(value);
        }

        return values;
    }

    private static double Clear(CheckInput input, double value)
    {
        foreach (double avoided in input.Avoid)
        {
            if (Math.Abs(value - avoided) < Clearance)
            {
                return avoided + (value < avoided ? -Clearance : Clearance);
            }
        }

        return value;
    }
}
