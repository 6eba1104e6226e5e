using Nabla.Backends.Cpu.Kernels.Contraction;

namespace Nabla.Tests.Backends.Cpu.Kernels.Convolution;

/// <summary>An epilogue that adds a bias and clips, and notes how often each element came.</summary>
internal sealed unsafe class BiasRelu(long rows, int columns) : BlockEpilogue
{
    public float[] Result { get; } = new float[rows * columns];

    public int[] Visits { get; } = new int[rows * columns];

    public static float Of(float value, long column) => MathF.Max(value + (0.25f * (column % 5)), 0);

    public override void Apply(
        nint* slots, byte* block, long blockStride, long row, long column, int rows, int columnsOfBlock, int worker)
    {
        for (long i = 0; i < rows; i++)
        {
            for (long j = 0; j < columnsOfBlock; j++)
            {
                long at = ((row + i) * columns) + column + j;
                Result[at] = Of(((float*)block)[(i * blockStride) + j], column + j);
                Interlocked.Increment(ref Visits[at]);
            }
        }
    }
}
