using System.Runtime.InteropServices;

namespace Nabla.Tests.Backends.Cpu.Programs;

public sealed class TileFunctionTests
{
    private const int WidestRow = 257;

    public static TheoryData<string, int, bool> Ways
    {
        get
        {
            var ways = new TheoryData<string, int, bool>();
            foreach (string lanes in new[] { "float32", "float64" })
            {
                foreach (int bits in new[] { 512, 256, 128, 0 })
                {
                    ways.Add(lanes, bits, true);
                    ways.Add(lanes, bits, false);
                }
            }

            return ways;
        }
    }

    // Operands end where readable memory does, so that the same runs prove that nothing beyond it is read or written.
    [Theory]
    [MemberData(nameof(Ways))]
    public void EveryWidthInterpretedAndEmittedGivesTheSameBits(string lanes, int bits, bool emits)
    {
        TileCase tile = lanes == "float32" ? TileCase.Single : TileCase.Double;
        for (int columns = 0; columns <= WidestRow; columns += columns < 40 ? 1 : 31)
        {
            int rows = columns > 64 ? 1 : 3;
            byte[] expected = tile.Run(bits: 0, emits: false, rows, columns);
            byte[] actual = tile.Run(bits, emits, rows, columns);
            AssertSame(expected, actual, lanes, rows * columns, $"{rows} rows of {columns} columns");
        }
    }

    // Outputs: a floating one, whose NaNs may differ in payload, then integers, truths, bytes, and an input as it was.
    private static void AssertSame(byte[] expected, byte[] actual, string lanes, int count, string what)
    {
        int floatingBytes = count * (lanes == "float32" ? 4 : 8);
        if (lanes == "float32")
        {
            Assert.Equal(Of<float>(expected, floatingBytes), Of<float>(actual, floatingBytes));
        }
        else
        {
            Assert.Equal(Of<double>(expected, floatingBytes), Of<double>(actual, floatingBytes));
        }

        Assert.True(expected.AsSpan(floatingBytes).SequenceEqual(actual.AsSpan(floatingBytes)), what);
    }

    private static T[] Of<T>(byte[] bytes, int count) where T : unmanaged =>
        MemoryMarshal.Cast<byte, T>(bytes.AsSpan(0, count)).ToArray();
}
