using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;
using Nabla.Backends.Cpu.Kernels.Contraction;
using Nabla.Backends.Cpu.Threads;

namespace Nabla.Tests.Backends.Cpu.Kernels.Contraction;

/// <summary>
/// Operands of one product, laid out as "NN", "NT", "TN", "TT" or "SS" (no stride is one), guarded on all sides.
/// </summary>
internal sealed unsafe class ProductCase<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private const int Guard = 64;

    private readonly MatrixProductShape _shape;
    private readonly T[] _left;
    private readonly T[] _right;
    private readonly long[] _batch;

    public ProductCase(
        string form, int m, int n, int k, long[]? batch = null, bool[]? leftVaries = null, bool[]? rightVaries = null)
    {
        _batch = batch ?? [];
        MatrixStrides left = Strides(form[0], m, k, _batch, leftVaries, out long leftSize);
        MatrixStrides right = Strides(form[1], k, n, _batch, rightVaries, out long rightSize);
        _shape = new MatrixProductShape(m, n, k, left, right, _batch);
        var random = new System.Random((((m * 397) + n) * 397) + k);
        _left = Fill(random, leftSize);
        _right = Fill(random, rightSize);
    }

    public static bool CanRun(int bits)
    {
        return bits switch
        {
            256 => Avx.IsSupported,
            128 => System.Runtime.Intrinsics.Vector128.IsHardwareAccelerated,
            _ => true,
        };
    }

    public T Left(long batch, long i, long k)
    {
        return _left[Guard + Offset(_shape.Left, batch) + (i * _shape.Left.Row) + (k * _shape.Left.Column)];
    }

    public T Right(long batch, long k, long j)
    {
        return _right[Guard + Offset(_shape.Right, batch) + (k * _shape.Right.Row) + (j * _shape.Right.Column)];
    }

    public void Poison(int row)
    {
        _left[Guard + (row * _shape.Left.Row)] = T.PositiveInfinity;
        _left[Guard + (row * _shape.Left.Row) + _shape.Left.Column] = T.NaN;
    }

    public T[] Run(WorkerTeam team, MatrixProductChoices choices)
    {
        return Run(new MatrixProduct<T>(_shape, team, null, choices), keepsProduct: true);
    }

    public void CheckAgainstReference(T[] actual)
    {
        double tolerance = (typeof(T) == typeof(float) ? 1e-6 : 1e-14) * (1 + Math.Sqrt(_shape.K));
        int index = 0;
        for (long batch = 0; batch < _shape.BatchCount; batch++)
        {
            for (long i = 0; i < _shape.M; i++)
            {
                for (long j = 0; j < _shape.N; j++, index++)
                {
                    // Large products are sampled: the comparison between variants covers the rest.
                    if (actual.Length * _shape.K > 2_000_000 && index % 97 != 0)
                    {
                        continue;
                    }

                    double sum = 0;
                    for (long k = 0; k < _shape.K; k++)
                    {
                        sum += double.CreateChecked(Left(batch, i, k)) * double.CreateChecked(Right(batch, k, j));
                    }

                    double difference = Math.Abs(sum - double.CreateChecked(actual[index]));
                    Assert.True(difference <= tolerance, $"[{batch}, {i}, {j}] is {actual[index]} instead of {sum}.");
                }
            }
        }
    }

    public void CheckEpilogue(WorkerTeam team, bool keepsProduct)
    {
        T[] expected = Run(team, new MatrixProductChoices());
        var recorder = new Recorder((int)_shape.N, expected.Length);
        T[] product = Run(new MatrixProduct<T>(_shape, team, recorder), keepsProduct);
        Assert.Equal(expected, recorder.Seen);
        Assert.All(recorder.Times, times => Assert.Equal(1, times));
        if (keepsProduct)
        {
            Assert.Equal(expected, product);
        }
    }

    public long AllocatedByRuns(WorkerTeam team)
    {
        var product = new MatrixProduct<T>(_shape, team);
        T[] result = new T[_shape.M * _shape.N * _shape.BatchCount];
        byte* workspace = (byte*)NativeMemory.AlignedAlloc((nuint)product.WorkspaceBytes + 64, 64);
        long before = 0;
        fixed (T* a = _left, b = _right, c = result)
        {
            for (int round = 0; round < 20; round++)
            {
                before = round == 10 ? GC.GetAllocatedBytesForCurrentThread() : before;
                product.Run(null, a + Guard, b + Guard, c, workspace);
            }
        }

        NativeMemory.AlignedFree(workspace);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private T[] Run(MatrixProduct<T> product, bool keepsProduct)
    {
        T guard = T.CreateChecked(-12345);
        int size = checked((int)(_shape.M * _shape.N * _shape.BatchCount));
        T[] result = new T[size + (2 * Guard)];
        Array.Fill(result, guard);
        nuint bytes = (nuint)product.WorkspaceBytes;
        byte* workspace = (byte*)NativeMemory.AlignedAlloc(bytes + 64, 64);
        new Span<byte>(workspace, (int)bytes + 64).Fill(0xFF);
        fixed (T* a = _left, b = _right, c = result)
        {
            T** slots = stackalloc T*[1];
            T* to = keepsProduct ? c + Guard : null;
            if (product.RightForm is { } form)
            {
                using var prepared = new PreparedOperand(form.ByteCount);
                product.PrepareRight(b + Guard, prepared.First);
                product.Run((nint*)slots, a + Guard, (T*)prepared.First, to, workspace);
            }
            else
            {
                product.Run((nint*)slots, a + Guard, b + Guard, to, workspace);
            }
        }

        Assert.True(
            new Span<byte>(workspace + bytes, 64).IndexOfAnyExcept((byte)0xFF) < 0, "The workspace is too small.");
        NativeMemory.AlignedFree(workspace);
        Assert.True(result.AsSpan(0, Guard).IndexOfAnyExcept(guard) < 0);
        Assert.True(result.AsSpan(Guard + size).IndexOfAnyExcept(guard) < 0);
        return result.AsSpan(Guard, size).ToArray();
    }

    private static MatrixStrides Strides(
        char form, int rows, int columns, long[] batch, bool[]? varies, out long size)
    {
        (long row, long column, long matrix) = form switch
        {
            'N' => ((long)columns, 1L, (long)rows * columns),
            'T' => (1L, (long)rows, (long)rows * columns),
            _ => ((3L * columns) + 1, 3L, (rows * ((3L * columns) + 1)) + 5),
        };
        long[] strides = new long[varies?.Length ?? 0];
        size = Math.Max(1, matrix);
        for (int i = strides.Length - 1; i >= 0; i--)
        {
            strides[i] = varies![i] ? size : 0;
            size *= varies[i] ? batch[i] : 1;
        }

        return new MatrixStrides(row, column, strides);
    }

    private static T[] Fill(System.Random random, long size)
    {
        T[] values = new T[size + (2 * Guard)];
        Array.Fill(values, T.NaN);
        for (long i = 0; i < size; i++)
        {
            values[Guard + i] = T.CreateChecked(random.NextDouble() - 0.5);
        }

        return values;
    }

    private long Offset(MatrixStrides strides, long batch)
    {
        long offset = 0;
        for (int i = _batch.Length - 1; i >= 0; i--)
        {
            (batch, long coordinate) = Math.DivRem(batch, _batch[i]);
            offset += coordinate * strides.Batch[i];
        }

        return offset;
    }

    private sealed class Recorder(int columns, int size) : BlockEpilogue
    {
        public T[] Seen { get; } = new T[size];

        public int[] Times { get; } = new int[size];

        public override void Apply(
            nint* slots, byte* block, long blockStride, long row, long column, int rows, int width, int worker)
        {
            Assert.True(slots != null);
            for (int i = 0; i < rows; i++)
            {
                for (int j = 0; j < width; j++)
                {
                    long index = ((row + i) * columns) + column + j;
                    Seen[index] = ((T*)block)[(i * blockStride) + j];
                    Interlocked.Increment(ref Times[index]);
                }
            }
        }
    }
}
