using Nabla.Backends.Cpu.Kernels.Reduction;

namespace Nabla.Tests.Backends.Cpu.Kernels.Reduction;

public sealed unsafe class ReductionBodyTests
{
    private static readonly (string Name, Reducer Reducer)[] s_reducers =
    [
        ("sum", new Reducer<SumReducer>()), ("max", new Reducer<MaxReducer>()), ("min", new Reducer<MinReducer>()),
        ("product", new Reducer<ProductReducer>()),
    ];

    [Theory]
    [InlineData(512)]
    [InlineData(256)]
    [InlineData(128)]
    public void EveryWidthGivesTheBitsOfScalars(int bits)
    {
        foreach ((string name, Reducer reducer) in s_reducers)
        {
            ReductionBody wide = reducer.BodyFor(DType.Float32, bits), narrow = reducer.BodyFor(DType.Float32, 0);
            ReductionBody wide64 = reducer.BodyFor(DType.Float64, bits), narrow64 = reducer.BodyFor(DType.Float64, 0);
            for (int count = 0; count <= 9000; count += count < 260 ? 1 : 641)
            {
                float[] singles = Values(count);
                double[] doubles = [.. singles.Select(value => (double)value / 3)];
                Assert.Equal(Row(narrow, singles), Row(wide, singles));
                Assert.Equal(Row(narrow64, doubles), Row(wide64, doubles));
                Assert.True(Columns(narrow, singles, 7).SequenceEqual(Columns(wide, singles, 7)), $"{name} of {count}");
                Assert.True(
                    Columns(narrow, singles, 67).SequenceEqual(Columns(wide, singles, 67)), $"{name} of {count}");
            }
        }
    }

    [Fact]
    public void NotANumberWins()
    {
        for (int at = 0; at < 200; at++)
        {
            float[] x = Values(200);
            x[at] = float.NaN;
            Assert.True(float.IsNaN(Row(s_reducers[1].Reducer.BodyFor(DType.Float32), x)));
            Assert.True(float.IsNaN(Row(s_reducers[2].Reducer.BodyFor(DType.Float32), x)));
        }
    }

    private static float[] Values(int count)
    {
        var random = new System.Random(count);
        return [.. Enumerable.Range(0, count).Select(_ => (random.NextSingle() * 2.5f) - 1)];
    }

    private static T Row<T>(ReductionBody body, T[] x) where T : unmanaged
    {
        T result = default;
        fixed (T* pointer = x.Append(default).ToArray())
        {
            body.Row((byte*)pointer, x.Length, (byte*)&result);
        }

        return result;
    }

    private static float[] Columns(ReductionBody body, float[] x, int columns)
    {
        var result = new float[columns];
        fixed (float* pointer = x.Append(default).ToArray(), to = result)
        {
            body.Columns((byte*)pointer, columns * sizeof(float), x.Length / columns, columns, (byte*)to);
        }

        return result;
    }
}
