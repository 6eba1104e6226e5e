using System.Runtime.CompilerServices;
using Nabla.Backends.Cpu.Simd;
using Nabla.Primitives;

namespace Nabla.Backends.Cpu.Kernels.Random;

/// <summary>Sixteen blocks of <see cref="Philox"/> side by side, on registers of any width.</summary>
internal static unsafe class PhiloxGroup
{
    /// <summary>Writes the 64 words of a group: row w of sixteen holds word w of each block.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Words<TSimd, TVector>(ulong key, ulong stream, ulong group, int* destination)
        where TSimd : ISimd<TVector, int>
        where TVector : unmanaged
    {
        // A group starts at a multiple of sixteen blocks, so adding a lane to its index never carries.
        ulong firstBlock = unchecked(group * Philox.GroupBlocks);
        for (int lane = 0; lane < Philox.GroupBlocks; lane += TSimd.Count)
        {
            TVector lanes = TSimd.AddBits(TSimd.Indices, TSimd.FromBits(lane));
            TVector word0 = TSimd.Or(TSimd.FromBits((long)firstBlock), lanes);
            TVector word1 = TSimd.FromBits((long)(firstBlock >> 32));
            TVector word2 = TSimd.FromBits((long)stream);
            TVector word3 = TSimd.FromBits((long)(stream >> 32));
            uint firstKey = (uint)key;
            uint secondKey = (uint)(key >> 32);
            for (int round = 0; round < Philox.Rounds; round++)
            {
                TVector first = TSimd.FromBits(Philox.FirstMultiplier);
                TVector second = TSimd.FromBits(Philox.SecondMultiplier);
                TVector high0 = TSimd.MultiplyHigh(word0, first);
                TVector high2 = TSimd.MultiplyHigh(word2, second);
                TVector low0 = TSimd.Multiply(word0, first);
                TVector low2 = TSimd.Multiply(word2, second);
                word0 = TSimd.Xor(TSimd.Xor(high2, word1), TSimd.FromBits(firstKey));
                word2 = TSimd.Xor(TSimd.Xor(high0, word3), TSimd.FromBits(secondKey));
                word1 = low2;
                word3 = low0;
                firstKey = unchecked(firstKey + Philox.FirstKeyStep);
                secondKey = unchecked(secondKey + Philox.SecondKeyStep);
            }

            TSimd.Store(word0, destination + lane);
            TSimd.Store(word1, destination + Philox.GroupBlocks + lane);
            TSimd.Store(word2, destination + (2 * Philox.GroupBlocks) + lane);
            TSimd.Store(word3, destination + (3 * Philox.GroupBlocks) + lane);
        }
    }
}
