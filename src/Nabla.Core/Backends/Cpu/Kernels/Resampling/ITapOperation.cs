using Nabla.Backends.Cpu.Simd;

namespace Nabla.Backends.Cpu.Kernels.Resampling;

/// <summary>What is done with the taps of an element, one after another.</summary>
internal unsafe interface ITapOperation
{
    /// <summary>Whether taps are told apart by their numbers; otherwise they are weighted.</summary>
    static abstract bool HasNumbers { get; }

    /// <summary>Whether saved numbers lie beside the source; otherwise they lie beside the result.</summary>
    static abstract bool NumbersFollowSource { get; }

    /// <summary>Whether the first tap is what an element starts with; otherwise it starts with zero.</summary>
    static abstract bool StartsWithTap { get; }

    /// <summary>Bytes of a saved number.</summary>
    static abstract int NumberBytes<T>() where T : unmanaged;

    /// <summary>The state before the first tap, or, for later ones, as it was left.</summary>
    /// <param name="source">The first tap.</param>
    /// <param name="numbers">Saved numbers, at the element.</param>
    /// <param name="target">The element.</param>
    /// <param name="factor">The number of the first tap.</param>
    /// <param name="isFirst">Whether no tap went before.</param>
    /// <param name="value">The value.</param>
    /// <param name="number">The number that goes with it.</param>
    static abstract void Start<TSimd, TVector, T>(
        T* source, byte* numbers, T* target, TVector factor, bool isFirst, out TVector value, out TVector number)
        where TSimd : ISimd<TVector, T>
        where TVector : unmanaged
        where T : unmanaged;

    /// <summary>Takes one more tap.</summary>
    /// <param name="source">The tap.</param>
    /// <param name="numbers">The number saved beside it, where numbers lie there.</param>
    /// <param name="factor">Its number or weight.</param>
    /// <param name="value">The value.</param>
    /// <param name="number">The number that goes with it.</param>
    static abstract void Fold<TSimd, TVector, T>(
        T* source, byte* numbers, TVector factor, ref TVector value, ref TVector number)
        where TSimd : ISimd<TVector, T>
        where TVector : unmanaged
        where T : unmanaged;

    /// <summary>Writes the number that goes with a value, where there is one.</summary>
    static abstract void StoreNumber<TSimd, TVector, T>(TVector number, byte* numbers)
        where TSimd : ISimd<TVector, T>
        where TVector : unmanaged
        where T : unmanaged;
}
