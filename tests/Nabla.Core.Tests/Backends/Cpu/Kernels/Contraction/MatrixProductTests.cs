using System.Numerics;
using Nabla.Backends.Cpu.Kernels.Contraction;
using Nabla.Backends.Cpu.Threads;

namespace Nabla.Tests.Backends.Cpu.Kernels.Contraction;

public sealed class MatrixProductTests
{
    private static readonly int[] s_extents =
        [1, 2, 3, 4, 5, 7, 8, 11, 12, 13, 15, 16, 17, 24, 27, 31, 32, 33, 48, 63, 64, 65, 70];

    public static TheoryData<string, int, int, int> Shapes()
    {
        var data = new TheoryData<string, int, int, int>();
        (int M, int N, int K)[] shapes =
        [
            (1, 16, 784), (784, 16, 1), (1, 1, 5000), (1, 1, 70_000), (1, 300, 4100), (1, 1000, 37), (255, 1, 257),
            (257, 1, 9000), (16, 10, 16), (100, 37, 129), (255, 257, 256), (37, 255, 513),
            (784, 16, 128), (20, 9, 6000), (300, 40, 2500), (130, 600, 70), (3, 2000, 3), (500, 3, 40),
            (2, 5, 10_000), (64, 96, 5000), (257, 129, 1000), (300, 50, 37),
        ];
        foreach ((int m, int n, int k) in shapes)
        {
            foreach (string form in new[] { "NN", "NT", "TN", "TT", "SS" })
            {
                data.Add(form, m, n, k);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Products_are_right_and_the_same_bits_on_every_width_and_team(string form, int m, int n, int k)
    {
        Check<float>(new ProductCase<float>(form, m, n, k));
        Check<double>(new ProductCase<double>(form, m, n, k));
    }

    [Theory]
    [InlineData("NN")]
    [InlineData("NT")]
    [InlineData("TN")]
    [InlineData("TT")]
    [InlineData("SS")]
    public void Small_and_odd_extents(string form)
    {
        var random = new System.Random(7);
        for (int round = 0; round < 150; round++)
        {
            int m = s_extents[random.Next(s_extents.Length)];
            int n = s_extents[random.Next(s_extents.Length)];
            int k = s_extents[random.Next(s_extents.Length)];
            Check<float>(new ProductCase<float>(form, m, n, k));
            Check<double>(new ProductCase<double>(form, m, n, k));
        }
    }

    [Fact]
    public void A_sum_is_a_chain_of_fused_multiply_adds_in_blocks_of_the_depth()
    {
        var product = new ProductCase<float>("NN", 9, 21, 600);
        float[] actual = product.Run(WorkerTeam.Shared, new MatrixProductChoices());
        const int Block = 304;
        for (int i = 0; i < 9; i++)
        {
            for (int j = 0; j < 21; j++)
            {
                float sum = 0;
                for (int first = 0; first < 600; first += Block)
                {
                    float chain = 0;
                    for (int p = first; p < Math.Min(600, first + Block); p++)
                    {
                        chain = MathF.FusedMultiplyAdd(product.Left(0, i, p), product.Right(0, p, j), chain);
                    }

                    sum = first == 0 ? chain : sum + chain;
                }

                Assert.Equal(BitConverter.SingleToInt32Bits(sum), BitConverter.SingleToInt32Bits(actual[(i * 21) + j]));
            }
        }
    }

    [Theory]
    [InlineData(0, 3, 3)]
    [InlineData(3, 0, 3)]
    [InlineData(3, 3, 0)]
    [InlineData(1, 7, 0)]
    [InlineData(7, 1, 0)]
    public void Empty_extents(int m, int n, int k)
    {
        Check<float>(new ProductCase<float>("NN", m, n, k));
    }

    [Theory]
    [InlineData(13, 17, 9)]
    [InlineData(1, 40, 33)]
    [InlineData(40, 1, 33)]
    [InlineData(64, 64, 300)]
    [InlineData(1, 1, 64)]
    public void Batches_broadcast_either_side(int m, int n, int k)
    {
        foreach (string form in new[] { "NN", "NT", "TN", "SS" })
        {
            Check<float>(new ProductCase<float>(form, m, n, k, [3], [true], [true]));
            Check<float>(new ProductCase<float>(form, m, n, k, [4], [true], [false]));
            Check<float>(new ProductCase<float>(form, m, n, k, [4], [false], [true]));
            Check<float>(new ProductCase<float>(form, m, n, k, [2, 3, 2], [true, false, true], [true, true, false]));
            Check<double>(new ProductCase<double>(form, m, n, k, [2, 1, 5], [true, false, true], [false, false, true]));
        }
    }

    [Fact]
    public void Many_small_matrices()
    {
        Check<float>(new ProductCase<float>("NN", 5, 6, 7, [300], [true], [true]));
        Check<float>(new ProductCase<float>("NT", 16, 16, 16, [40, 50], [true, true], [true, true]));
    }

    [Theory]
    [InlineData("NN", 100, 70, 40)]
    [InlineData("NT", 200, 300, 600)]
    [InlineData("TN", 784, 16, 5000)]
    [InlineData("TN", 300, 64, 5000)]
    [InlineData("NN", 1, 500, 500)]
    [InlineData("NN", 500, 1, 500)]
    [InlineData("NN", 1, 1, 300_000)]
    [InlineData("NN", 600, 600, 0)]
    public void The_epilogue_sees_every_element_once(string form, int m, int n, int k)
    {
        var product = new ProductCase<float>(form, m, n, k);
        product.CheckEpilogue(WorkerTeam.Shared, keepsProduct: false);
        product.CheckEpilogue(WorkerTeam.Shared, keepsProduct: true);
        var batch = new ProductCase<float>(form, m, n, Math.Min(k, 700), [2, 3], [true, false], [true, true]);
        batch.CheckEpilogue(WorkerTeam.Shared, keepsProduct: false);
        var small = new ProductCase<float>(form, Math.Min(m, 6), Math.Min(n, 5), Math.Min(k, 7), [70], [true], [true]);
        small.CheckEpilogue(WorkerTeam.Shared, keepsProduct: false);
    }

    [Fact]
    public void Infinities_and_nan_stay_where_they_belong()
    {
        var product = new ProductCase<float>("NN", 13, 19, 21);
        product.Poison(row: 4);
        float[] actual = product.Run(WorkerTeam.Shared, new MatrixProductChoices());
        for (int i = 0; i < actual.Length; i++)
        {
            Assert.Equal(i / 19 == 4, float.IsNaN(actual[i]));
        }
    }

    [Fact]
    public void A_run_allocates_nothing()
    {
        var product = new ProductCase<float>("NT", 200, 200, 300);
        Assert.Equal(0, product.AllocatedByRuns(WorkerTeam.Shared));
    }

    [Fact]
    public void Shapes_are_checked()
    {
        Assert.Throws<ArgumentException>(() => MatrixProductShape.Contiguous(-1, 2, 3));
        Assert.Throws<ArgumentException>(
            () => new MatrixProductShape(1, 2, 3, new MatrixStrides(3, 1, 6), new MatrixStrides(2, 1)));
        Assert.Throws<NotSupportedException>(
            () => new MatrixProduct<Half>(MatrixProductShape.Contiguous(1, 2, 3), WorkerTeam.Shared));
    }

    private static void Check<T>(ProductCase<T> product)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T[] expected = product.Run(WorkerTeam.Shared, new MatrixProductChoices());
        product.CheckAgainstReference(expected);

        using var team = new WorkerTeam(3);
        MatrixProductChoices[] variants =
        [
            new(VectorBits: 256), new(VectorBits: 128, PackRight: true), new(VectorBits: 0),
            new(PackRight: true), new(PackRight: false),
            new(RowBlock: 20, ColumnBlock: 32), new(PackRight: true, RowBlock: 12, ColumnBlock: 64),
            new(PackLeft: true), new(PackLeft: false),
            new(PackRight: true, PackLeft: true, RowBlock: 20, ColumnBlock: 32),
            new(PackLeft: true, VectorBits: 128), new(PackLeft: true, VectorBits: 0),
            new(IsRightFrozen: true), new(IsRightFrozen: true, PackLeft: true),
            new(IsRightFrozen: true, PackLeft: false),
        ];
        foreach (MatrixProductChoices choices in variants)
        {
            if (choices.VectorBits is { } bits && !ProductCase<T>.CanRun(bits))
            {
                continue;
            }

            Assert.Equal(expected, product.Run(team, choices));
            team.Threads = (team.Threads % 3) + 1;
        }
    }
}
