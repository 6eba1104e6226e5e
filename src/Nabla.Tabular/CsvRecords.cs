using CsvHelper;

namespace Nabla.Tabular;

/// <summary>The records of a CSV file, one after the other, each with as many fields as the first.</summary>
internal sealed class CsvRecords : IDisposable
{
    // What an unclosed quote can swallow before it is noticed.
    private const int LongestRecord = 1 << 24;
    private const int ReportInterval = 1 << 14;
    private const string QuoteRemedy = "Close the quote, and double quotes within a quoted field.";

    private readonly CsvSource _source;
    private readonly CsvReader _reader;
    private readonly CsvOptions _options;
    private readonly CancellationToken _cancellation;
    private readonly (double Start, double Length) _progress;
    private InvalidFileException? _damage;
    private int _untilReport = 1;

    /// <summary>Opens a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="separator">What stands between fields.</param>
    /// <param name="skipped">How many records at the start are left out.</param>
    /// <param name="options">The encoding, and who is told of progress.</param>
    /// <param name="progress">The part of the whole work that reading the file is.</param>
    /// <param name="cancellation">Ends reading.</param>
    public CsvRecords(
        string path, char separator, int skipped, CsvOptions options, (double Start, double Length) progress,
        CancellationToken cancellation)
    {
        _source = new CsvSource(path);
        _options = options;
        _progress = progress;
        _cancellation = cancellation;
        _reader = CsvReader.Create(_source.Content, new CsvReaderOptions
        {
            Separator = separator,
            HasHeader = false,
            TrimWhitespace = true,
            TrackLineNumbers = true,
            MaxRecordSize = LongestRecord,
            Encoding = options.Encoding,
            OnMalformedRecord = record => _damage ??= Damage(record),
        });
        for (; skipped > 0; skipped--)
        {
            Advance();
        }
    }

    /// <summary>How many fields each record has; 0 before the first one.</summary>
    public int FieldCount { get; private set; }

    /// <summary>The line on which the record starts, from 1.</summary>
    public long Line => _reader.LineNumber;

    /// <summary>Goes to the next record; false at the end.</summary>
    /// <exception cref="InvalidFileException">The record is damaged, or is not as long as the first.</exception>
    public bool Read()
    {
        if (--_untilReport == 0)
        {
            _untilReport = ReportInterval;
            _cancellation.ThrowIfCancellationRequested();
            _options.Progress?.Report(_progress.Start + (_progress.Length * _source.Share));
        }

        if (!Advance())
        {
            return false;
        }

        if (_reader.FieldCount != FieldCount && FieldCount > 0)
        {
            throw Invalid(
                $"line {Line} has {_reader.FieldCount} fields where the lines before have {FieldCount}",
                $"Quote fields that hold the separator '{_reader.Separator}', complete the line, or set "
                + "CsvOptions.Separator if that is not the separator.");
        }

        FieldCount = _reader.FieldCount;
        return true;
    }

    /// <summary>A field of the record in UTF-8; valid until the next one is read.</summary>
    public ReadOnlySpan<byte> Field(int index) => _reader.GetSpan(index);

    /// <summary>Makes the exception for a problem of the present record.</summary>
    public InvalidFileException Invalid(string problem, string remedy, Exception? innerException = null) =>
        new(_source.Path, _reader.ByteOffset, problem, remedy, innerException);

    public void Dispose()
    {
        _reader.Dispose();
        _source.Dispose();
    }

    // A quote within an unquoted field, as in 5" pipe, is text.
    private InvalidFileException? Damage(CsvMalformedRecord record) => record.Reason switch
    {
        CsvMalformedReason.StrayQuote => null,
        CsvMalformedReason.UnterminatedQuote => new InvalidFileException(
            _source.Path, record.ByteOffset,
            $"a quoted field of the record that starts on line {record.LineNumber} is never closed", QuoteRemedy),
        _ => new InvalidFileException(
            _source.Path, record.ByteOffset,
            $"in the record that starts on line {record.LineNumber} text follows the closing quote of a field",
            QuoteRemedy),
    };

    private bool Advance()
    {
        try
        {
            bool isRead = _reader.Read();
            return _damage is null ? isRead : throw _damage;
        }
        catch (CsvFormatException exception)
        {
            throw new InvalidFileException(
                _source.Path, exception.ByteOffset,
                $"the record that starts on line {Math.Max(exception.LineNumber, 1)} has more than {LongestRecord} "
                + "bytes, as after a quote that is never closed", QuoteRemedy, exception);
        }
        catch (Exception exception) when (exception is InvalidDataException
            || (exception is IOException and not InvalidFileException && exception.GetType() != typeof(IOException)))
        {
            throw new InvalidFileException(
                _source.Path, 0, "the gzip data is damaged or cut short", "Fetch the file again.", exception);
        }
    }
}
